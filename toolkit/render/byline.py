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
        for author, lang in self._people("author"):
            yield self._name(author, lang)

    def lines(self) -> Iterator[Markup]:
        """Yield one line for each role, such as ``By …`` and ``Edited by …``."""
        for role, (label, placeholder) in _LABELS.items():
            names = [self._linked(author, lang) for author, lang in self._people(role)]
            if names:
                yield self.page.labels.html(label, **{placeholder: names})

    def _people(self, role: str) -> Iterator[tuple[Author, str]]:
        for author, lang in self.edition.items(self.edition.article.authors):
            if author.role == role:
                yield author, lang

    def _name(self, author: Author, lang: str) -> Phrase:
        found = pick(author.name, lang, self.edition.wanted)
        assert found is not None  # noqa: S101 - the contract demands a name
        return Phrase(found.value, found.lang, self.page.locale)

    def _linked(self, author: Author, lang: str) -> Markup:
        name = self._name(author, lang)
        url = self.edition.value(author.url) if self.page.medium == "web" else None
        return name.linked(url[0] if url else None)
