"""Lines end where they are full, before a link or a token as well.

WeasyPrint 70 breaks text whose last space is followed by a box that does not fit far too early.
A joiner (U+200D) after the space prevents it, as :func:`toolkit.direction.layout.nest` has it in
the paragraphs that it rewrites.
"""

from typing import Final

from lxml.html import HtmlElement

from toolkit.direction.joining import JOINER
from toolkit.direction.nesting import MARK

__all__ = ["fill_lines"]

_TOKENS: Final = ("a", "bdi", "code", "kbd", "samp")

_LONG: Final = 12
"""Characters of a word that may be too long for the end of a line."""


def fill_lines(tree: HtmlElement) -> None:
    """Put a joiner before each long link and token that follows a space.

    Args:
        tree: A document after :func:`~toolkit.direction.layout.nest`, changed in place.
    """
    for element in tree.iter(*_TOKENS):
        parent, before = element.getparent(), element.getprevious()
        if parent is None or len(element.text_content().partition(" ")[0]) < _LONG:
            continue
        if any(outer.get(MARK) for outer in element.iterancestors()):
            continue
        if before is not None:
            before.tail = _joined(before.tail)
        else:
            parent.text = _joined(parent.text)


def _joined(text: str | None) -> str | None:
    return text + JOINER if text and text.strip() and text[-1].isspace() else text
