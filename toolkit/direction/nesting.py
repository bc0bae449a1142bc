"""Writes inline content so that the nesting of its elements mirrors its embedding levels.

Rule L2 of UAX#9 is nested reversal: from the highest level down, every run at that level or above
is reversed.  WeasyPrint reverses the children of each right-to-left inline box, line by line.  So
if every maximal run above level n is one box inside the box of level n, its direction the parity of
its own level, then reversing children box by box *is* rule L2, on every line.  Elements that
straddle the border of a run are split.

https://www.unicode.org/reports/tr9/#L2
"""

from collections.abc import Iterator
from typing import Final

from lxml.html import HtmlElement

from toolkit.direction.base import DIR
from toolkit.direction.content import OBJECT, Content, Leaf
from toolkit.direction.joining import JOINER
from toolkit.direction.leveled import Leveled, resolve_content
from toolkit.direction.overrides import override, without_controls

__all__ = ["MARK", "PIECE_OF", "SPLIT", "write"]

MARK: Final = "data-bidi"
"""Attribute ``run`` of the spans written here, ``paragraphs`` of the blocks they are in."""

SPLIT: Final = "data-split"
"""Attribute ``start``, ``middle`` or ``end`` of the pieces of a split element."""

PIECE_OF: Final = "data-piece-of"
"""Attribute with a number that the pieces of one split element share and no others have."""

_Pieces = dict[HtmlElement, list[HtmlElement]]
_UNIQUE: Final = ("id", "name")


def write(content: Content, numbers: Iterator[int]) -> None:
    """Write inline content back into its element, nested as its levels are.

    Args:
        content: The content of a block container; the elements it was read from are reused.
        numbers: Gives each split element its number in the document.
    """
    contents = [content]
    for outer in contents:  # grows: isolates in isolates
        contents += [leaf.content for leaf in outer.leaves if leaf.content]
    for each in contents:
        _detach(each)
    pieces: _Pieces = {}
    for each in contents:
        writer = _Writer(resolve_content(each), pieces)
        writer.build(each.element, 0, len(writer.leaves), each.base, 0)
    _mark(pieces, numbers)


def _detach(content: Content) -> None:
    """Take the elements of some content apart, so that they can be put together anew."""
    opened = {element: None for leaf in content.leaves for element in leaf.path}
    for element in (content.element, *opened):
        element.text = None
        for child in element:
            child.tail = None
        del element[:]


class _Writer:
    """Builds one content.

    Args:
        leveled: The content with levels.
        pieces: Elements written so far.
    """

    __slots__ = ("_base", "_joining", "_overridden", "_pieces", "leaves")

    def __init__(self, leveled: Leveled, pieces: _Pieces) -> None:
        self.leaves = leveled.leaves
        self._base = leveled.content.base
        self._joining = leveled.joining
        self._overridden = leveled.overridden
        self._pieces = pieces

    def build(self, parent: HtmlElement, start: int, stop: int, level: int, depth: int) -> None:
        """Write leaves into a box.

        At each place either an element or a run of a higher level begins, or both, or a leaf of
        the box itself stands.  What ends later goes outside.

        Args:
            parent: The element whose box it is.
            start: Number of the first leaf.
            stop: Number after the last one.
            level: Level of the box.
            depth: Number of the leaves' inline elements that are already open.
        """
        here = start
        while here < stop:
            run = self._end_of_run(here, stop, level)
            element = self._end_of_element(here, stop, level, depth)
            if element > here and element >= run:
                piece = self._open(parent, self.leaves[here].path[depth])
                inner = level
                if element == run:  # one box for both
                    inner = self._least(here, run)
                    piece.set("dir", DIR[inner % 2])
                self.build(piece, here, element, inner, depth + 1)
                here = element
            elif run > here:
                inner = self._least(here, run)
                span = parent.makeelement("span", {"dir": DIR[inner % 2], MARK: "run"})
                parent.append(span)
                self.build(span, here, run, inner, depth)
                here = run
            elif (node := self.leaves[here].node) is not None:
                self._object(parent, self.leaves[here], node)
                here += 1
            else:
                here = self._text(parent, here, stop, level, depth)

    def _least(self, start: int, stop: int) -> int:
        """Return the lowest level of a run: levels without characters need no box."""
        return min(leaf.level for leaf in self.leaves[start:stop])

    def _end_of_run(self, here: int, stop: int, level: int) -> int:
        """Return where the run above a level ends; ``here`` if there is none."""
        while here < stop and self.leaves[here].level > level:
            here += 1
        return here

    def _end_of_element(self, here: int, stop: int, level: int, depth: int) -> int:
        """Return where the element opened next ends or is to be split; ``here`` if it is not."""
        path = self.leaves[here].path
        if len(path) == depth:
            return here
        end = here + 1
        while end < stop and self.leaves[end].path[depth : depth + 1] == path[depth : depth + 1]:
            end += 1
        leaves = self.leaves
        if end < stop and leaves[end - 1].level > level and leaves[end].level > level:
            while end > here and leaves[end - 1].level > level:  # the run goes on after it
                end -= 1
        return end

    def _open(self, parent: HtmlElement, element: HtmlElement) -> HtmlElement:
        """Append an element, or a copy where it already stands."""
        pieces = self._pieces.setdefault(element, [])
        piece = element
        if pieces:
            attributes = {k: v for k, v in element.attrib.items() if k not in _UNIQUE}
            piece = element.makeelement(element.tag, attributes)
            piece.attrib.pop("dir", None)
        pieces.append(piece)
        parent.append(piece)
        return piece

    def _object(self, parent: HtmlElement, leaf: Leaf, node: HtmlElement) -> None:
        if leaf.content:
            leaf.content.element = self._open(parent, node)
            leaf.content.element.set("dir", DIR[leaf.content.base])
            return
        if leaf.text == OBJECT and (len(node) or node.text) and "dir" not in node.attrib:
            node.set("dir", DIR[self._base])  # not that of the run it landed in
        parent.append(node)

    def _text(self, parent: HtmlElement, here: int, stop: int, level: int, depth: int) -> int:
        """Write the text box that begins here; return where it ends."""
        end = here + 1
        while end < stop:
            leaf = self.leaves[end]
            if leaf.node is not None or len(leaf.path) > depth or leaf.level > level:
                break
            end += 1
        box = self.leaves[here:end]
        text = without_controls("".join([leaf.text for leaf in box]))
        if text:
            if self._overridden:
                text = override(text, level)
            place = box[-1].start + len(box[-1].text)
            text = self._joined(text, box[0].start, place)
            _append_text(parent, text)
        return end

    def _joined(self, text: str, start: int, stop: int) -> str:
        """Return a box's text with the joiners that being a box of its own makes it need."""
        before = JOINER if self._joining.across(start) else ""
        after = JOINER if self._joining.across(stop) else ""
        if text[-1] == " ":
            # A line may break after this space; only inside a box does WeasyPrint drop it rightly.
            after = JOINER
        return f"{before}{text}{after}"


def _mark(pieces: _Pieces, numbers: Iterator[int]) -> None:
    """Tell the pieces of split elements apart for the style sheet, and which belong together."""
    for split in pieces.values():
        if len(split) > 1:
            number = str(next(numbers))
            for piece in split:
                piece.set(PIECE_OF, number)
                piece.set(SPLIT, "middle")
            split[0].set(SPLIT, "start")
            split[-1].set(SPLIT, "end")


def _append_text(parent: HtmlElement, text: str) -> None:
    last = next(parent.iterchildren(reversed=True), None)  # len(parent) would count them all
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text
