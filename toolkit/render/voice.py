"""The page's own words inside an article of perhaps another language."""

from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from toolkit.language import Labels, Locale

__all__ = ["Voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Keeps apart what the page says and what the article says (WCAG 2.2, 3.1.2).

    Args:
        labels: Labels of the page's locale.
        page: The page's locale.
        lang: BCP 47 tag of the article's text.
    """

    labels: Labels
    page: Locale
    lang: str

    @property
    def article(self) -> Locale:
        """The locale of the article's text."""
        return Locale.parse(self.lang)

    @property
    def attrs(self) -> Markup:
        """`` lang="…" dir="…"`` for the element around the article's text, if it differs."""
        if self.lang == self.page.tag:
            return Markup()
        return Markup(' lang="{}" dir="{}"').format(self.lang, self.article.direction)

    def as_page(self, element: HtmlElement) -> None:
        """Mark an element as the page's own words."""
        if self.lang != self.page.tag:
            element.set("lang", self.page.tag)
            element.set("dir", self.page.direction)

    def as_article(self, element: HtmlElement) -> None:
        """Mark an element inside the page's words as the article's, unless it says otherwise."""
        if self.lang != self.page.tag and not element.get("lang"):
            element.set("lang", self.lang)
            if not element.get("dir"):
                element.set("dir", self.article.direction)

    def name(self, element: HtmlElement, label: str, **values: str | int) -> None:
        """Name an element for assistive technology, and mark the language its name is in.

        ``lang`` is the only markup an attribute can have (WCAG 2.2, 3.1.2); ``dir`` stays, since
        it would set the content.

        Args:
            element: The element; its content stays the article's only if that is marked.
            label: Id of the label.
            **values: What fills its placeholders.
        """
        self.as_page(element)
        lang = self.labels.lang(label)
        if Locale.parse(lang).language != self.page.language:
            self._name_in(element, lang)
        element.set("aria-label", self.labels.text(label, **values))

    def _name_in(self, element: HtmlElement, lang: str) -> None:
        """Mark an element with its name's language, and its content with the article's."""
        element.set("lang", lang)
        for child in element:
            if self.lang == self.page.tag and not child.get("lang"):
                child.set("lang", self.lang)
