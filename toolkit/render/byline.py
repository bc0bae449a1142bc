"""Who made an article: names, linked on the web, by role."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from toolkit.article import Author
from toolkit.article.text import pick
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.phrase import Phrase

__all__ = ["Byline"]

_LABELS = {
    "author": ("article.byline", "author"),
    "translator": ("article.translator", "name"),
    "editor": ("article.editor", "name"),
    "photographer": ("article.photographer", "name"),
}


@dataclass(frozen=True, slots=True)
class Byline:
    """The people named in one edition of an article.

    Args:
        page: What the page's parts share.
        edition: The article as its reader gets it.
    """

    page: PageContext
    edition: Edition

    def authors(self) -> Iterator[Phrase]:
        """Yield the authors' names, for the document's metadata."""
        return (name for name, _url in self.people("author"))

    def people(self, role: str) -> Iterator[tuple[Phrase, str | None]]:
        """Yield the name of each person in a role, and the address of a page about them.

        Args:
            role: One of those of :class:`~toolkit.article.Author`.
        """
        for author, lang in self.edition.items(self.edition.article.authors):
            if author.role == role:
                url = self.edition.value(author.url)
                yield self._name(author, lang), url[0] if url else None

    def lines(self) -> Iterator[Markup]:
        """Yield one line for each role, such as ``By …`` and ``Edited by …``."""
        is_web = self.page.medium == "web"
        for role, (label, placeholder) in _LABELS.items():
            names = [name.linked(url if is_web else None) for name, url in self.people(role)]
            if names:
                yield self.page.labels.html(label, **{placeholder: names})

    def _name(self, author: Author, lang: str) -> Phrase:
        found = pick(author.name, lang, self.edition.wanted)
        assert found is not None  # noqa: S101 - the contract demands a name
        return Phrase(found.value, found.lang, self.page.locale)
