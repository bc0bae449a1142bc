"""The last line of a printed headline holds more than one short word.

CSS Text 4 has ``text-wrap: balance`` for it, which WeasyPrint does not know.
"""

from lxml import html as lxml_html
from lxml.html import HtmlElement

__all__ = ["keep_headline_ends_whole"]

_HEADLINES = ("h1", "h2", "h3", "h4")

_FEWEST = 4
"""Words of a headline whose end is kept; a shorter one may break anywhere."""

_LEAST, _MOST = 8, 16
"""Characters of a last line that is not a widow, and those that fit into the narrowest column."""


def keep_headline_ends_whole(tree: HtmlElement) -> None:
    """Forbid line breaks between the last words of the headlines of a printed page.

    Args:
        tree: The page, changed in place.
    """
    for headline in tree.iter(*_HEADLINES):
        if len(headline.text_content().split()) >= _FEWEST:
            _keep_end(headline)


def _keep_end(headline: HtmlElement) -> None:
    last = next(headline.iterchildren(reversed=True), None)
    if last is not None and last.tag == "a" and not (last.tail or "").strip():
        _keep_end(last)
        return
    text = ((headline.text if last is None else last.tail) or "").rstrip()
    end = _end(text.split(" "))
    if not end:
        return
    before = text.removesuffix(end)
    if last is None:
        headline.text = before
    else:
        last.tail = before
    kept = lxml_html.Element("span", style="white-space: nowrap")
    kept.text = end
    headline.append(kept)


def _end(words: list[str]) -> str:
    """Return the last two words, or three if two are short; nothing if they are too long."""
    for count in (2, 3):
        end = " ".join(words[-count:])
        if len(words) > count and _LEAST <= len(end) <= _MOST:
            return end
    return ""
