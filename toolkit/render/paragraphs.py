"""The paragraphs of a marked page, as plain text has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lxml.html import HtmlElement

from toolkit.direction.boxes import Box, default_box
from toolkit.direction.isolate import isolate
from toolkit.language import direction
from toolkit.language.counters import counter
from toolkit.render.ordinals import ordinals

__all__ = ["Paragraph", "paragraphs"]

Direction = Literal["ltr", "rtl"]

_INDENT = {"blockquote": 4, "dd": 4, "li": 2, "pre": 4}
_SECTION_BREAK = "* * *"
_UNDERLINE = {"h1": "=", "h2": "-"}
_SILENT = frozenset(("head", "script", "style"))
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(" *\u2028 *")
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of plain text.

    Args:
        text: Logical order; it may hold line breaks.
        direction: Base direction.
        lang: BCP 47 tag.
        indent: Columns that it stands in from the start.
        mark: What stands before its first line, such as ``• `` or ``۱. ``.
        underline: Character that underlines it if it is a heading, or nothing.
        is_tight: Whether it follows the one before without a blank line.
    """

    text: str
    direction: Direction
    lang: str
    indent: int = 0
    mark: str = ""
    underline: str = ""
    is_tight: bool = False


def paragraphs(root: HtmlElement) -> Iterator[Paragraph]:
    """Yield the paragraphs of a page in document order.

    Args:
        root: The ``<html>`` element, its parts marked with ``lang`` and ``dir``.
    """
    for numbered in root.iter("ol"):
        for item, number in ordinals(numbered):
            item.set("value", str(number))
    frame = Paragraph("", "rtl" if root.get("dir") == "rtl" else "ltr", root.get("lang", "en"))
    for child in root.iterchildren("body"):
        yield from _block(child, frame)


def _block(element: HtmlElement, outer: Paragraph) -> Iterator[Paragraph]:
    frame = _frame(element, outer)
    if element.tag == "pre":
        yield replace(frame, text=element.text_content().strip("\n"))
    elif element.tag == "hr":
        yield replace(frame, text=_SECTION_BREAK)
    elif element.tag == "tr":
        cells = element.iterchildren("th", "td")
        yield from _finished(" | ".join(_cell(cell, frame.direction) for cell in cells), frame)
    elif element.get("class") == "beyt":
        halves = element.iterfind("span[@class='hemistich']")
        words = (_collapsed(_inline(half, frame.direction)) for half in halves)
        yield replace(frame, text="    ".join(words))
    else:
        yield from _flow(element, frame)


def _flow(element: HtmlElement, frame: Paragraph) -> Iterator[Paragraph]:
    """Yield a block's paragraphs: its child blocks, and the inline text between them."""
    pending = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and default_box(child) is Box.BLOCK:
            for paragraph in (*_finished(pending, frame), *_block(child, frame)):
                yield paragraph
                frame = _unmarked(frame)
            pending = child.tail or ""
        else:
            pending += _inline_element(child, frame.direction) + (child.tail or "")
    yield from _finished(pending, frame)


def _frame(element: HtmlElement, outer: Paragraph) -> Paragraph:
    lang = element.get("lang", outer.lang)
    base = element.get("dir") or (direction(lang) if element.get("lang") else outer.direction)
    frame = replace(
        outer,
        lang=lang,
        direction="rtl" if base == "rtl" else "ltr",
        indent=outer.indent + _INDENT.get(str(element.tag), 0),
        underline=_UNDERLINE.get(str(element.tag), ""),
        is_tight=outer.is_tight or _follows_its_like(element),
    )
    return replace(frame, mark=_mark(element, outer.lang)) if element.tag == "li" else frame


def _unmarked(frame: Paragraph) -> Paragraph:
    """Return the frame of an item's second paragraph, in line with the first one's text."""
    return replace(frame, mark="", is_tight=False)


def _follows_its_like(element: HtmlElement) -> bool:
    """Whether an item, a row or a line of verse follows another, or a definition its term."""
    if element.tag == "dd":
        return True
    if element.tag not in ("li", "tr") and element.get("class") != "beyt":
        return False
    before = element.getprevious()
    if before is not None:
        return before.tag == element.tag
    parent = element.getparent()
    return element.tag == "tr" and parent is not None and parent.getprevious() is not None


def _mark(item: HtmlElement, lang: str) -> str:
    """Return what stands before an item of a list in a language."""
    numbered = item.getparent()
    if numbered is None or numbered.tag != "ol":
        return "• "
    return counter(int(item.get("value", "1")), lang, numbered.get("type") or "1")


def _finished(raw: str, frame: Paragraph) -> Iterator[Paragraph]:
    text = _collapsed(raw)
    if text:
        yield replace(frame, text=text)


def _collapsed(raw: str) -> str:
    # U+2028 stands for <br>, as the line ends of the source collapse to spaces.
    return _AROUND_BREAK.sub("\n", _SPACE.sub(" ", raw)).strip()


def _cell(cell: HtmlElement, base: Direction) -> str:
    return _isolated(_collapsed(_inline(cell, base)), cell.get("dir"), base)


def _inline(element: HtmlElement, base: Direction) -> str:
    """Return an element's text as part of a paragraph of a base direction."""
    inner = (_inline_element(child, base) + (child.tail or "") for child in element)
    return (element.text or "") + "".join(inner)


def _inline_element(element: HtmlElement, base: Direction) -> str:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return ""
    if element.get("role") == "doc-backlink" or element.get("aria-hidden") == "true":
        return ""
    if element.tag == "br":
        return "\u2028"
    if element.tag == "img":
        return f"[{element.get('alt')}]\u2028" if element.get("alt") else ""
    own = element.get("dir")
    text = _inline(element, "rtl" if own == "rtl" else "ltr" if own == "ltr" else base)
    if element.get("class") == "footnote-ref":
        text = f"[{text}]"
    if element.tag == "a":
        text += _address(element, text)
    if element.tag == "bdi" and own is None:
        return isolate(text, base)
    return _isolated(text, own, base)


def _address(link: HtmlElement, text: str) -> str:
    href = link.get("href", "")
    if not href.startswith(("https://", "http://")) or href.rstrip("/") in text:
        return ""
    return f" \u2066<{href}>\u2069"


def _isolated(text: str, own: str | None, base: Direction) -> str:
    if not text or own not in _ISOLATES or own == base:
        return text
    return f"{_ISOLATES[own]}{text}\u2069"
