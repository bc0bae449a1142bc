"""The inline content of a block as the bidirectional algorithm sees it.

An inline formatting context is leaves: stretches of text, and things that stand for one character,
each with the inline elements open around it.  An isolate is one character of its paragraph and
holds leaves of its own.

https://www.w3.org/TR/css-writing-modes-4/#bidi-algo
"""

from dataclasses import dataclass, field
from typing import Final

from lxml.html import HtmlElement

from toolkit.direction.levels import Base

__all__ = ["OBJECT", "SEPARATOR", "Content", "Leaf"]

OBJECT: Final = "\ufffc"
"""What stands for an isolate or an atomic inline."""

SEPARATOR: Final = "\u2029"
"""What stands for a line break or a block."""


@dataclass(slots=True)
class Leaf:
    """A stretch of a paragraph inside one set of inline elements.

    Args:
        text: Its characters; one for an isolate, an atomic inline or a break; none for what has no
            width.
        path: Inline elements open around it, outermost first.
        node: The element it stands for, ``None`` for text and for an empty element.
        content: What is inside an isolate.
        start: Place of its first character in the content's text.
        level: Embedding level of all its characters.
    """

    text: str
    path: tuple[HtmlElement, ...]
    node: HtmlElement | None = None
    content: "Content | None" = None
    start: int = 0
    level: int = 0


@dataclass(slots=True)
class Content:
    """What is inside a block container or an isolate.

    Args:
        element: The container or isolate.
        base: Its base direction.
        override: Whether all its characters have that direction, as in ``bdo``.
        plaintext: Whether each paragraph has the direction of its first strong character.
        leaves: Its leaves in logical order.
    """

    element: HtmlElement
    base: Base
    override: bool = False
    plaintext: bool = False
    leaves: list[Leaf] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters of its paragraphs."""
        return "".join([leaf.text for leaf in self.leaves])

    def place(self) -> None:
        """Tell each leaf where it starts."""
        start = 0
        for leaf in self.leaves:
            leaf.start = start
            start += len(leaf.text)
