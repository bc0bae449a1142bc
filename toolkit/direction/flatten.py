"""Reads the inline content of a block container from the tree."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from lxml.html import HtmlElement

from toolkit.direction.base import DIR, declared, resolved
from toolkit.direction.boxes import Box, preserves_white_space
from toolkit.direction.content import OBJECT, SEPARATOR, Content, Leaf
from toolkit.direction.levels import Base

__all__ = ["Nested", "flatten"]

_COLLAPSIBLE: Final = re.compile("[ \t\n\r\f]+")
_ISOLATES_BY_DEFAULT: Final = frozenset(("bdo", "output"))
_OWN_CONTENT: Final = frozenset((Box.BLOCK, Box.ATOMIC, Box.OUT_OF_FLOW))
_IN_LINE: Final = frozenset((Box.ATOMIC, Box.REPLACED))
_STANDS_FOR: Final = {
    Box.BLOCK: SEPARATOR,
    Box.ATOMIC: OBJECT,
    Box.OUT_OF_FLOW: OBJECT,
    Box.REPLACED: OBJECT,
    Box.NONE: "",
}


@dataclass(frozen=True, slots=True)
class Nested:
    """A block or atomic inline found on the way, with paragraphs of its own.

    Args:
        element: The element.
        base: Direction it inherits.
        preserved: Whether it inherits preserved white space.
    """

    element: HtmlElement
    base: Base
    preserved: bool


def flatten(
    element: HtmlElement, base: Base, box_of: Callable[[HtmlElement], Box], *, preserved: bool
) -> tuple[Content, list[Nested]]:
    """Flatten the inline content of a block container.

    Args:
        element: The container.
        base: Its direction.
        box_of: Tells the box of any element.
        preserved: Whether it preserves white space.

    Returns:
        Its content, white space collapsed as https://www.w3.org/TR/css-text-3/#white-space-phase-1
        has it, and the boxes in it that have content of their own.
    """
    content = Content(element, base)
    flattener = _Flattener(content, box_of)
    flattener.children(element, (), preserved=preserved)
    flattener.end_line()
    return content, flattener.nested


@dataclass(slots=True)
class _Open:
    """An isolate that is open where the walk stands, or the container: what is read goes there."""

    content: Content
    path: tuple[HtmlElement, ...] = ()


class _Flattener:
    """Walks an inline formatting context in document order.

    Collapsing needs to know what came last, across the borders of elements and isolates.
    """

    __slots__ = ("_after_space", "_box_of", "_leaves", "_open", "_trailing", "nested")

    def __init__(self, content: Content, box_of: Callable[[HtmlElement], Box]) -> None:
        self.nested: list[Nested] = []
        self._box_of = box_of
        self._open = [_Open(content)]
        self._leaves = 0
        self._after_space = True  # or at the start of a line: the next space collapses
        self._trailing: Leaf | None = None  # text that ends in a space, nothing after it yet

    def children(
        self, element: HtmlElement, path: tuple[HtmlElement, ...], *, preserved: bool
    ) -> None:
        """Read what is inside an element.

        Args:
            element: The container, an isolate or an inline element in one.
            path: Inline elements open since the container or isolate.
            preserved: Whether the element preserves white space.
        """
        self._text(element.text, path, preserved=preserved)
        for child in element:
            box = self._box_of(child)
            if box is Box.INLINE:
                leaves, isolate = self._leaves, self._enter(child, path)
                inner = () if isolate else (*path, child)
                keeps = preserves_white_space(child, inherited=preserved)
                self.children(child, inner, preserved=keeps)
                if isolate:
                    self._open.pop()
                elif self._leaves == leaves:
                    self._put(Leaf("", inner))
            elif box is Box.BREAK:
                self._break(child)
            else:
                self._object(child, box, path, preserved=preserved)
            self._text(child.tail, path, preserved=preserved)

    def end_line(self) -> None:
        """Drop the space at the end of a line."""
        if self._trailing:
            self._trailing.text = self._trailing.text[:-1]
        self._trailing = None
        self._after_space = True

    def _put(self, leaf: Leaf) -> None:
        self._leaves += 1
        self._open[-1].content.leaves.append(leaf)

    def _enter(self, element: HtmlElement, path: tuple[HtmlElement, ...]) -> bool:
        """Open an isolate if an element is one."""
        state = declared(element)
        if state is None and element.tag not in _ISOLATES_BY_DEFAULT:
            return False
        base = self._open[-1].content.base if state is None else resolved(element, state)
        isolate = Content(element, base, override=element.tag == "bdo")
        self._put(Leaf(OBJECT, path, element, isolate))
        self._open.append(_Open(isolate, path))
        return True

    def _break(self, element: HtmlElement) -> None:
        """End the paragraph: what is open is closed before the break and opened again after it."""
        self.end_line()
        isolates = self._open[1:]
        del self._open[1:]
        self._put(Leaf(SEPARATOR, (), element))
        for isolate in isolates:
            isolate.content = replace(isolate.content, leaves=[])
            self._put(Leaf(OBJECT, isolate.path, isolate.content.element, isolate.content))
            self._open.append(isolate)

    def _object(
        self, element: HtmlElement, box: Box, path: tuple[HtmlElement, ...], *, preserved: bool
    ) -> None:
        if element.tag == "wbr" and self._after_space:
            return  # adds nothing, and would keep the space from the end of a line
        if box in _OWN_CONTENT:
            self._fix_directions()
            self.nested.append(Nested(element, self._open[-1].content.base, preserved))
        if box is Box.BLOCK:
            self.end_line()
        elif box in _IN_LINE:
            self._after_space, self._trailing = False, None
        self._put(Leaf(_STANDS_FOR[box], path, element))

    def _fix_directions(self) -> None:
        """Write down the directions of open isolates, which rewriting a box in them may change."""
        for isolate in self._open[1:]:
            element = isolate.content.element
            if declared(element) == "auto":
                element.set("dir", DIR[isolate.content.base])

    def _text(self, text: str | None, path: tuple[HtmlElement, ...], *, preserved: bool) -> None:
        if text and not preserved:
            text = _COLLAPSIBLE.sub(" ", text)
            text = text[1:] if self._after_space and text[0] == " " else text
        if not text:
            return
        leaf = Leaf(text, path)
        self._put(leaf)
        self._after_space = not preserved and text[-1] == " "
        self._trailing = leaf if self._after_space else None
