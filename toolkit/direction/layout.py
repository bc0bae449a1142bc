"""Direction for an engine that orders boxes, not characters.

WeasyPrint lays inline boxes out one by one and knows neither ``bdi`` nor ``dir=auto`` nor
``unicode-bidi``.  :func:`nest` rewrites the paragraphs that would come out in another order than
UAX#9 and browsers have; ``nesting`` says how, and why that is exact.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from pathlib import Path
from typing import Final

from lxml.html import HtmlElement

from toolkit.direction.base import DIR, declared, resolved
from toolkit.direction.boxes import Box, BoxOf, by_class, default_box, preserves_white_space
from toolkit.direction.content import Content
from toolkit.direction.flatten import Nested, flatten
from toolkit.direction.joining import Joining
from toolkit.direction.levels import Base
from toolkit.direction.nesting import MARK, write
from toolkit.direction.properties import classify

__all__ = ["FOOTNOTES", "LABEL", "nest", "style_sheet"]

FOOTNOTES: Final = by_class({"footnote": Box.ATOMIC})
"""The boxes of a page whose style sheet has ``.footnote { float: footnote }``."""

LABEL: Final = "data-label"
"""Attribute with the text of a rewritten heading as it was, for outlines and running headers."""

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_COLLAPSIBLE: Final = re.compile("[ \t\n\r\f]+")
_PARTED: Final = re.compile("[EN][EN]|W")

# One box that no line break can cut, as in many table cells: it is resolved as the paragraph is.
_WORD: Final = re.compile("[0-9A-Za-z.,:%\u0620-\u065f\u0660-\u066c\u066e-\u06d3\u06f0-\u06f9]+")

# Bidi classes that keep a paragraph of the one or the other direction from being left as it is:
# a character of another level or, beside a number, one that the number may draw to itself.
_MIXED: Final = (
    re.compile("[RANlrxyijk]"),
    re.compile("[Llrxyijk]|(?<=[^RAWEN])[EN]|[EN](?=[^RAWEN])"),
)


@cache
def style_sheet() -> str:
    """Return the CSS that a nested tree needs.

    Returns:
        Rules that make the pieces of a split element look like one, and that take the labels of
        outlines from :data:`LABEL`.  They go after the page's own style sheets.
    """
    return (Path(__file__).parent / "data" / "split.css").read_text(encoding="utf-8")


def nest(root: HtmlElement, *, box_of: BoxOf = FOOTNOTES) -> None:
    """Make WeasyPrint set every line of a tree in the order of UAX#9, in place.

    Paragraphs of one direction stay as they are.  In the others, white space is collapsed, bidi
    controls give way to elements with ``dir``, and U+200D stands where a box border would part
    joined letters and after a space that ends a box.  A second run changes nothing.

    Args:
        root: A tree that lxml.html parsed; its ancestors' ``dir`` counts.
        box_of: Tells the boxes that the style sheet makes otherwise than tag and ``style``
            attribute say.
    """

    def box(element: HtmlElement) -> Box:
        known = box_of(element) if isinstance(element.tag, str) else None
        return known or default_box(element)

    _empty_word_breaks(root)
    numbers = count(1)
    pending = [Nested(root, _inherited(root), preserved=False)]
    while pending:
        nested = pending.pop()
        pending += _nest_block(nested, box, numbers)


def _empty_word_breaks(root: HtmlElement) -> None:
    """Put after each ``wbr`` what lxml's parser, which does not know it, put inside."""
    for element in root.iter("wbr"):
        if len(element):
            element[-1].tail = (element[-1].tail or "") + (element.tail or "")
            element.tail = None
        element.tail = (element.text or "") + (element.tail or "")
        element.text = None
        for child in reversed(element):
            element.addnext(child)


def _inherited(element: HtmlElement) -> Base:
    for ancestor in element.iterancestors():
        if state := declared(ancestor):
            return resolved(ancestor, state)
    return 0


def _nest_block(
    block: Nested, box_of: Callable[[HtmlElement], Box], numbers: Iterator[int]
) -> list[Nested]:
    """Rewrite the paragraphs directly in a block; return the boxes in it that have their own."""
    element = block.element
    state = declared(element)
    base = block.base if state is None else resolved(element, state)
    preserved = preserves_white_space(element, inherited=block.preserved)
    content, inner = flatten(element, base, box_of, preserved=preserved)
    content.plaintext = state == "auto" and element.tag == "pre"
    if state == "auto":
        element.set("dir", DIR[base])
    if element.get(MARK) is None and _is_mixed(content):
        if element.tag in _HEADINGS and LABEL not in element.attrib:
            element.set(LABEL, _label(content))
        write(content, numbers)
        element.set(MARK, "paragraphs")
    return inner


def _is_mixed(content: Content) -> bool:
    """Return whether WeasyPrint might order or join some content wrongly as it stands."""
    text = content.text
    if not text:
        return False
    if content.override or (content.plaintext and content.base):
        return True
    if len(content.leaves) == 1 and _WORD.fullmatch(text):
        return False
    if content.base or not text.isascii():
        codes = classify(text)
        if _MIXED[content.base].search(codes) or (content.base and _needs_joiners(content, codes)):
            return True
    isolates = [leaf.content for leaf in content.leaves if leaf.content]
    return any(isolate.base != content.base or _is_mixed(isolate) for isolate in isolates)


def _needs_joiners(content: Content, codes: str) -> bool:
    """Return whether markup in right-to-left text parts a word, a number or a line's last space."""
    leaves = content.leaves
    if len(leaves) < 2:
        return False
    content.place()
    joining = Joining(content.text, bytes(len(codes)))
    return any(
        joining.across(leaf.start) or _PARTED.match(codes, max(0, leaf.start - 1))
        for leaf in leaves[1:]
    )


def _label(content: Content) -> str:
    """Return the text of some content, its isolates kept by controls."""
    parts: list[str] = []
    for leaf in content.leaves:
        if leaf.content:
            parts.append("\u2066\u2067"[leaf.content.base] + _label(leaf.content) + "\u2069")
        else:
            parts.append(leaf.text if leaf.node is None else " "[: len(leaf.text)])
    return _COLLAPSIBLE.sub(" ", "".join(parts)).strip()
