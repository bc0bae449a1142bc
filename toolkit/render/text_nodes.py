"""The text nodes of a page, and their places in its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

__all__ = ["SILENT", "Text", "texts"]

SILENT: Final = frozenset(("script", "style", "title"))
"""Elements whose text is not of the page's."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text node: the text in an element, or the one after it.

    Args:
        element: The element.
        is_tail: Whether the text comes after it.
        start: Place of its first character in the text of the tree.
    """

    element: HtmlElement
    is_tail: bool
    start: int

    def read(self) -> str:
        """Return the text as it is now."""
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def write(self, text: str) -> None:
        """Replace the text."""
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


def texts(tree: HtmlElement) -> Iterator[Text]:
    """Yield the text nodes of a tree in document order, but for titles, scripts and style sheets.

    A caller that shortens a text before it goes on is told the places after it as they are then.
    """
    start = 0
    for element, is_tail in _nodes(tree):
        node = Text(element, is_tail, start)
        if node.read():
            yield node
            start += len(node.read())


def _nodes(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    if isinstance(element.tag, str) and element.tag not in SILENT:
        yield element, False
        for child in element:
            yield from _nodes(child)
            yield child, True
