"""A text with the language it is in, ready for markup or for an attribute."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from toolkit.direction.isolate import isolate
from toolkit.language import Locale

__all__ = ["Phrase"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text and its language, as they stand on a page of perhaps another language.

    In a template ``{{ phrase }}`` writes an isolated ``<span lang dir>`` where the language
    differs from the page's (HTML Living Standard, 3.2.6.1 and 3.2.6.4; WCAG 2.2, 3.1.2); on an
    element of its own use ``<h1{{ phrase.attrs }}>{{ phrase.text }}</h1>``, and in an attribute,
    where no markup is possible, ``{{ phrase.plain }}``.

    Args:
        text: The text in logical order.
        lang: BCP 47 tag of its language.
        page: The locale of the page it stands on.
    """

    text: str
    lang: str
    page: Locale

    @property
    def is_foreign(self) -> bool:
        """Whether the text is in another language than its page."""
        return self.lang != self.page.tag

    @property
    def direction(self) -> str:
        """Base direction of the text's language: ``ltr`` or ``rtl``."""
        return Locale.parse(self.lang).direction

    @property
    def attrs(self) -> Markup:
        """`` lang="…" dir="…"`` for the element that holds the text, or nothing."""
        return self.attrs_in(self.page.tag)

    def attrs_in(self, around: str) -> Markup:
        """Return the attributes for an element whose parent is not in the page's language.

        Args:
            around: BCP 47 tag of the parent's language.
        """
        return Markup() if self.lang == around else _attributes(self.lang)

    @property
    def plain(self) -> str:
        """The text for an attribute or a title, isolated where its direction differs."""
        return isolate(self.text, self.page.direction) if self.is_foreign else self.text

    def linked(self, url: str | None) -> Markup:
        """Return the text as a link, its language on the link itself so that it stays one.

        Args:
            url: Where the link leads, or ``None`` for no link.
        """
        if url is None:
            return escape(self)
        return Markup('<a href="{}"{}>{}</a>').format(url, self.attrs, self.text)

    def __html__(self) -> str:
        if not self.is_foreign:
            return escape(self.text)
        return Markup(f"<span{self.attrs}>{escape(self.text)}</span>")  # noqa: S704 - escaped

    def __str__(self) -> str:
        return self.plain


@lru_cache(maxsize=256)
def _attributes(lang: str) -> Markup:
    return Markup(' lang="{}" dir="{}"').format(lang, Locale.parse(lang).direction)
