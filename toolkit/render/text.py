"""A marked HTML tree as plain text in logical order: for e-mail, archives, terminals.

Directional markup becomes the isolates of UAX #9 (2.4.2, LRI, RLI … PDI), so that a reader's
bidi algorithm shows each phrase as the page does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from toolkit.direction.isolate import isolate
from toolkit.language import Locale

__all__ = ["Paragraph", "paragraphs", "plain_text"]

_BLOCKS = frozenset(
    "address article aside blockquote body caption dd div dl dt figcaption figure footer h1 h2 h3 "
    "h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_SKIPPED = frozenset(("head", "script", "style"))
_SPACE = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_INDENT = "    "
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of plain text.

    Args:
        text: Logical order; it may hold line breaks.
        direction: Base direction, ``ltr`` or ``rtl``.
        lang: BCP 47 tag.
        indent: Depth of lists and quotations it stands in.
        mark: What stands before its first line, such as ``•`` or ``۱.``.
        underline: Character that underlines it if it is a heading, or nothing.
        is_verbatim: Whether its lines are kept as they are.
        is_tight: Whether it follows the one before without a blank line.
    """

    text: str
    direction: str
    lang: str
    indent: int = 0
    mark: str = ""
    underline: str = ""
    is_verbatim: bool = False
    is_tight: bool = False

    @property
    def lead(self) -> str:
        """What stands before the first line: indent and mark."""
        return _INDENT * self.indent + (f"{self.mark} " if self.mark else "")


def plain_text(root: HtmlElement) -> str:
    """Return the text of a marked HTML tree, one blank line between paragraphs.

    Args:
        root: The ``<html>`` element, its parts marked with ``lang`` and ``dir``.
    """
    lines: list[str] = []
    for paragraph in paragraphs(root):
        if lines and not paragraph.is_tight:
            lines.append("")
        rest = " " * len(paragraph.lead)
        for index, line in enumerate(paragraph.text.split("\n")):
            lines.append((rest if index else paragraph.lead) + line)
        if paragraph.underline:
            lines.append(paragraph.underline * max(map(len, paragraph.text.split("\n"))))
    return "\n".join(lines) + "\n"


def paragraphs(root: HtmlElement) -> Iterator[Paragraph]:
    """Yield the paragraphs of a marked HTML tree in document order.

    Args:
        root: The ``<html>`` element, its parts marked with ``lang`` and ``dir``.
    """
    start = Paragraph("", root.get("dir", "ltr"), root.get("lang", "en"))
    yield from _blocks(root, start)


def _blocks(element: HtmlElement, frame: Paragraph) -> Iterator[Paragraph]:
    """Yield the paragraphs of a block: its child blocks, and the inline text between them."""
    frame = _framed(element, frame)
    if element.tag == "pre":
        text = element.text_content().strip("\n")
        yield replace(frame, text=text, is_verbatim=True, indent=frame.indent + 1)
        return
    if element.tag == "tr":
        yield from _finished(" | ".join(_cells(element)), frame)
        return
    if element.tag == "p" and element.get("class") == "beyt":
        halves = (_collapsed(_inline(half)) for half in element.iter("span") if _is_half(half))
        yield from _finished(_INDENT.join(halves), replace(frame, is_tight=_follows_beyt(element)))
        return
    pending = [element.text or ""]
    for index, child in enumerate(element):
        if isinstance(child.tag, str) and child.tag in _BLOCKS:
            for paragraph in _finished("".join(pending), frame):
                yield paragraph
                frame = replace(frame, mark="")
            for paragraph in _blocks(child, _numbered(element, child, index, frame)):
                yield paragraph
                frame = replace(frame, mark="")
            pending = [child.tail or ""]
        else:
            pending.append(_inline_element(child, frame.direction) + (child.tail or ""))
    yield from _finished("".join(pending), frame)


def _framed(element: HtmlElement, frame: Paragraph) -> Paragraph:
    indent = frame.indent + (element.tag in ("blockquote", "ul", "ol", "dd"))
    if element.tag in ("ul", "ol") and frame.indent == 0 and element.getparent() is not None:
        indent = frame.indent
    return replace(
        frame,
        direction=element.get("dir", frame.direction),
        lang=element.get("lang", frame.lang),
        indent=indent,
        underline={"h1": "=", "h2": "-"}.get(str(element.tag), ""),
        is_tight=element.tag == "tr" or (element.tag == "li" and element.getprevious() is not None),
    )


def _numbered(parent: HtmlElement, child: HtmlElement, index: int, frame: Paragraph) -> Paragraph:
    if child.tag != "li":
        return frame
    if parent.tag != "ol":
        return replace(frame, mark="•")
    start = int(parent.get("start") or 1)
    return replace(frame, mark=Locale.parse(frame.lang).digits(str(start + index)) + ".")


def _finished(raw: str, frame: Paragraph) -> Iterator[Paragraph]:
    text = _collapsed(raw)
    if text:
        yield replace(frame, text=text)


def _collapsed(raw: str) -> str:
    # U+2028 stands for a line break while the source's own line ends collapse to spaces.
    return _AROUND_BREAK.sub("\n", _SPACE.sub(" ", raw).replace("\u2028", "\n")).strip()


def _cells(row: HtmlElement) -> Iterator[str]:
    for cell in row.iterchildren("th", "td"):
        yield _collapsed(_isolated(_inline(cell), cell.get("dir")))


def _is_half(span: HtmlElement) -> bool:
    return span.get("class") == "hemistich"


def _follows_beyt(element: HtmlElement) -> bool:
    before = element.getprevious()
    return before is not None and before.get("class") == "beyt"


def _inline(element: HtmlElement, direction: str = "") -> str:
    parts = [element.text or ""]
    for child in element:
        parts.append(_inline_element(child, direction) + (child.tail or ""))
    return "".join(parts)


def _inline_element(element: HtmlElement, direction: str) -> str:
    if not isinstance(element.tag, str) or element.tag in _SKIPPED:
        return ""
    if element.get("aria-hidden") == "true" or element.get("role") == "doc-backlink":
        return ""
    if element.tag == "br":
        return "\u2028"
    if element.tag == "img":
        return f"[{element.get('alt', '')}]"
    own = element.get("dir")
    text = _inline(element, own or direction)
    if element.get("class") == "footnote-ref":
        return f"[{text}]"
    if element.tag == "a":
        text += _address(element, text)
    if own in _ISOLATES and own != direction:
        return _isolated(text, own)
    return isolate(text, direction) if element.tag == "bdi" and direction else text


def _address(link: HtmlElement, text: str) -> str:
    href = link.get("href", "")
    if not href.startswith(("https://", "http://")) or href in text:
        return ""
    return f" \u2066<{href}>{_END}"


def _isolated(text: str, direction: str | None) -> str:
    return f"{_ISOLATES[direction]}{text}{_END}" if direction in _ISOLATES and text else text
