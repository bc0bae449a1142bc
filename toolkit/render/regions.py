"""Tables and code that scroll by keyboard where they are too wide (WCAG 2.2, 1.4.10 and 2.1.1)."""

from lxml.html import HtmlElement

from toolkit.render.markup import wrap
from toolkit.render.voice import Voice

__all__ = ["make_regions"]


def make_regions(root: HtmlElement, voice: Voice) -> None:
    """Put every table and code sample of a body into a named region that takes the focus.

    Args:
        root: The body, changed in place.
        voice: Whose words are whose.
    """
    for table in list(root.iter("table")):
        _wrap_table(table, voice)
    for sample in list(root.iter("pre")):
        _wrap_sample(sample, voice)


def _wrap_table(table: HtmlElement, voice: Voice) -> None:
    caption = table.find("caption")
    words = " ".join(caption.text_content().split()) if caption is not None else ""
    region = _region(table)
    if words:
        voice.name(region, "table.scrollable", caption=words)
    else:
        voice.name(region, "table.untitled")
    voice.as_article(table)
    if table.get("dir"):  # it scrolls from where its first column is
        region.set("dir", table.get("dir", ""))


def _wrap_sample(sample: HtmlElement, voice: Voice) -> None:
    region = _region(sample)
    voice.name(region, "code.sample")
    voice.as_article(sample)
    for element in (region, sample):  # code begins on the left, and so does its scrolling
        element.set("dir", "ltr")


def _region(element: HtmlElement) -> HtmlElement:
    region = wrap(element, "div")
    region.attrib.update({"class": "scroll", "role": "region", "tabindex": "0"})
    return region
