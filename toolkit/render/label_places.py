"""Marks of labels put back into a tree, where elements can stand for them.

What was text from one place to another may since be cut by elements around phrases in another
language: a label is then marked as a whole if an element can hold all of it, or else in pieces.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from toolkit.render.label_marks import CLOSING, Stretch, opening
from toolkit.render.text_nodes import Text, texts

__all__ = ["place"]

Name = Callable[[HtmlElement, int], bool]
"""Names an element by a label's number, and says whether it could: it may have a name already."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A place between two characters: in an element's text, or in the text after it."""

    element: HtmlElement
    is_tail: bool
    place: int

    @property
    def holder(self) -> HtmlElement:
        """The element that the text is in."""
        parent = self.element.getparent() if self.is_tail else None
        return self.element if parent is None else parent

    @property
    def text(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def is_first(self) -> bool:
        """Whether nothing in its holder stands before it."""
        return not self.is_tail and self.place == 0

    def is_last(self) -> bool:
        """Whether nothing in its holder stands after it."""
        after = self.element.getnext() if self.is_tail else next(iter(self.element), None)
        return after is None and self.place == len(self.text)

    def before(self) -> "_Point":
        """Return the place before its holder."""
        holder = self.holder
        previous = holder.getprevious()
        if previous is not None:
            return _Point(previous, True, len(previous.tail or ""))
        parent = holder.getparent()
        return self if parent is None else _Point(parent, False, len(parent.text or ""))

    def after(self) -> "_Point":
        """Return the place after its holder."""
        return _Point(self.holder, True, 0)

    def is_in(self, holder: HtmlElement) -> bool:
        """Whether it stands in an element, at any depth."""
        own = self.holder
        return own is holder or any(above is holder for above in own.iterancestors())


def place(tree: HtmlElement, stretches: Sequence[Stretch], name: Name) -> None:
    """Name elements that hold just a label; put marks around labels that no element holds.

    Args:
        tree: The tree, changed in place.
        stretches: The labels in its text, the outer ones first.
        name: Names an element.
    """
    nodes = list(texts(tree))
    if not nodes:
        return
    starts = [node.start for node in nodes]
    marks = _Marks()
    for stretch in stretches:
        found = _between(nodes, starts, stretch)
        points = _lift(*_ends(found, stretch))
        if points is None:
            for piece in found:
                marks.add(stretch.number, *_ends([piece], _cut(stretch, piece)))
        elif not (_fills(*points, stretch) and name(points[0].holder, stretch.number)):
            marks.add(stretch.number, *points)
    marks.write()


def _between(nodes: list[Text], starts: list[int], stretch: Stretch) -> list[Text]:
    """Return the text nodes that a stretch touches, one at least."""
    first = bisect_right(starts, stretch.start) - 1
    last = bisect_right(starts, max(stretch.start, stretch.end - 1)) - 1
    return nodes[max(0, first) : max(0, last) + 1]


def _ends(found: Sequence[Text], stretch: Stretch) -> tuple[_Point, _Point]:
    first, last = found[0], found[-1]
    return (
        _Point(first.element, first.is_tail, stretch.start - first.start),
        _Point(last.element, last.is_tail, stretch.end - last.start),
    )


def _cut(stretch: Stretch, node: Text) -> Stretch:
    end = node.start + len(node.read())
    return replace(stretch, start=max(stretch.start, node.start), end=min(stretch.end, end))


def _lift(start: _Point, end: _Point) -> tuple[_Point, _Point] | None:
    """Return both ends in one holder, with the same text between them; ``None`` if none has it."""
    while start.holder is not end.holder:
        if start.is_first() and not end.is_in(start.holder):
            start = start.before()
        elif end.is_last() and not start.is_in(end.holder):
            end = end.after()
        else:
            return None
    return start, end


def _fills(start: _Point, end: _Point, stretch: Stretch) -> bool:
    """Whether a label is all that its holder has; one in plain text counts as if it were."""
    return stretch.start == stretch.end or (start.is_first() and end.is_last())


@dataclass(slots=True)
class _Marks:
    """Marks to put into text nodes."""

    _found: dict[tuple[HtmlElement, bool], list[tuple[int, int, str]]] = field(default_factory=dict)
    _count: int = 0

    def add(self, number: int, start: _Point, end: _Point) -> None:
        """Put a mark before and after a stretch, within those added before it."""
        if start == end:
            return
        self._count += 1
        self._note(start, self._count, opening(number))
        self._note(end, -self._count, CLOSING)

    def _note(self, point: _Point, order: int, mark: str) -> None:
        key = point.element, point.is_tail
        self._found.setdefault(key, []).append((point.place, order, mark))

    def write(self) -> None:
        """Write them, at one place those that close first."""
        for (element, is_tail), found in self._found.items():
            text = (element.tail if is_tail else element.text) or ""
            for at, _, mark in sorted(found, reverse=True):
                text = text[:at] + mark + text[at:]
            if is_tail:
                element.tail = text
            else:
                element.text = text
