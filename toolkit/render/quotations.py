"""Quotation marks of ``<q>``, written into the text, to be copied, searched and ordered with it.

https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-q-element: explicit marks
without the element say the same.
"""

from lxml.html import HtmlElement

from toolkit.language.quotation import quotation_marks
from toolkit.render.markup import append_text, wrap_content

__all__ = ["write_quotation_marks"]


def write_quotation_marks(root: HtmlElement, lang: str) -> None:
    """Put marks in the place of every ``<q>``, those of the language around it.

    Args:
        root: The body, changed in place.
        lang: BCP 47 tag of its text.
    """
    depths = {quote: sum(1 for _ in quote.iterancestors("q")) for quote in root.iter("q")}
    for quote, depth in depths.items():
        around = (outer.get("lang") for outer in quote.iterancestors())
        opening, closing = quotation_marks(next(filter(None, around), lang))[depth % 2]
        if quote.attrib:
            wrap_content(quote, "span")
        quote.text = opening + (quote.text or "")
        append_text(quote, closing)
        quote.drop_tag()
