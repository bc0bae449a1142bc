"""The inline content of an element as one string, and elements put around stretches of it."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, NamedTuple

from lxml.etree import _Element as Element

from toolkit.direction.script import Direction, direction_of, first_strong

__all__ = ["BREAK", "OBJECT", "Passage", "Piece", "self_and_ancestors"]

BREAK: Final = "\u2029"
"""Stands for a line break or a block."""
OBJECT: Final = "\ufffc"
"""Stands for an element that is isolated or that holds no text."""

_BLOCKS = (
    "address article aside blockquote body caption center colgroup dd details dialog div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main "
    "menu nav ol optgroup option p pre search section select summary table tbody td tfoot th "
    "thead tr ul"
)
_OBJECTS = (
    "audio canvas embed head iframe img input math meter noscript object picture progress ruby "
    "script style svg template textarea title video"
)
_KINDS: Final = {
    **dict.fromkeys(_BLOCKS.split(), "block"),
    **dict.fromkeys(_OBJECTS.split(), "object"),
    **dict.fromkeys(("bdi", "bdo", "code", "kbd", "samp"), "isolate"),
    **dict.fromkeys(("br", "hr"), "break"),
}
_CODE = frozenset(("code", "kbd", "samp"))
_ISOLATING = frozenset(("dir", "lang", "translate"))  # attributes that make a part of its own


class Piece(NamedTuple):
    """One text node, or what stands for an isolate.

    Args:
        start: Place of its first character in the passage.
        element: The element that it is in or, if ``is_tail``, that it comes after; the isolate
            itself for what stands for one.
        is_tail: Whether it comes after the element.
    """

    start: int
    element: Element
    is_tail: bool

    @property
    def parent(self) -> Element:
        """The element that the text is in."""
        parent = self.element.getparent() if self.is_tail else None
        return self.element if parent is None else parent

    def read(self) -> str:
        """Return the text as it is now."""
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def write(self, text: str) -> None:
        """Replace the text.

        Args:
            text: The new text.
        """
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text

    def insert(self, new: Element) -> None:
        """Put an element after the text; both texts beside it have to be written then.

        Args:
            new: The element.
        """
        if self.is_tail:
            self.element.addnext(new)
        else:
            self.element.insert(0, new)


@dataclass(slots=True)
class Passage:
    """The inline content of an element.

    Args:
        element: The element.
        text: Its text; U+2029 stands for breaks and blocks, U+FFFC for isolates and objects.
        blocks: The blocks in it, outermost only.
        isolates: The inline elements in it that are parts of their own, outermost only.
        may_host: Tells whether an inline element may take attributes.
        pieces: The text nodes, in order, once they are located; likewise the others.
        extents: Where each inline element that was read starts and ends.
        directions: The direction of each isolate that has one, by its place.
    """

    element: Element
    may_host: Callable[[Element], bool]
    text: str
    blocks: list[Element]
    isolates: list[Element]
    pieces: list[Piece] = field(init=False)
    extents: dict[Element, tuple[int, int]] = field(init=False)
    directions: dict[int, Direction] = field(init=False)
    _texts: list[str]
    _nodes: list[tuple[int, Element, bool | None]]
    _open: list[tuple[Element, int, int]]

    @classmethod
    def of(
        cls, element: Element, skip: AbstractSet[str], may_host: Callable[[Element], bool]
    ) -> "Passage":
        """Read the inline content of an element.

        Args:
            element: Any element; what is in its blocks and isolates is left out.
            skip: Names of further elements to read as objects.
            may_host: Tells whether an inline element may take attributes.

        Returns:
            Its content; where it is, :meth:`locate` tells.
        """
        if not len(element):  # as most are
            text = element.text or ""
            return cls(element, may_host, text, [], [], [text], [(0, element, False)], [])
        passage = cls(element, may_host, "", [], [], [], [], [])
        passage._gather(element, skip)
        passage.text = "".join(passage._texts)
        return passage

    def _gather(self, element: Element, skip: AbstractSet[str]) -> None:
        """Add the content of an element; texts are numbered here, and have no places yet."""
        texts, nodes = self._texts, self._nodes
        if text := element.text:
            nodes.append((len(texts), element, False))
            texts.append(text)
        for child in element:
            tag = child.tag
            if isinstance(tag, str):
                stand_in = self._stand_in(child, tag, skip)
                if stand_in:
                    texts.append(stand_in)
                else:
                    first = len(texts)
                    self._gather(child, skip)
                    self._open.append((child, first, len(texts)))
            if text := child.tail:
                nodes.append((len(texts), child, True))
                texts.append(text)

    def _stand_in(self, child: Element, tag: str, skip: AbstractSet[str]) -> str:
        """Return what stands for a child that is not read, and note what it is."""
        kind = _KINDS.get(tag)
        if kind == "block":
            self.blocks.append(child)
            return BREAK
        if kind == "break":
            return BREAK
        if kind == "object" or tag in skip:
            return OBJECT
        keys = child.keys()
        if kind == "isolate" or (keys and _is_apart(child, keys)):
            self.isolates.append(child)
            self._nodes.append((len(self._texts), child, None))
            return OBJECT
        return ""

    def locate(self) -> None:
        """Tell where the text nodes, elements and isolates are: most passages need it not."""
        places = [0, *accumulate(map(len, self._texts))]
        self.pieces, self.directions = [], {}
        self.extents = {child: (places[first], places[end]) for child, first, end in self._open}
        for number, element, is_tail in self._nodes:
            place = places[number]
            if is_tail is None:
                direction = _direction(element)
                if direction is None:
                    continue
                self.extents[element] = (place, place + 1)
                self.directions[place] = direction
            self.pieces.append(Piece(place, element, bool(is_tail)))

    def cuts(self, start: int, end: int) -> list[int]:
        """Return where borders of elements cut a stretch that should be one token.

        Args:
            start: Place of its first character.
            end: Place after its last.

        Returns:
            The places, in order, of the borders of links, and of other inline elements that do
            not hold or lie in the stretch as a whole.
        """
        first, last = self.piece(start), self.piece(end - 1)
        if first is last:
            return []
        cuts: set[int] = set()
        for piece in (first, last):
            for element in self_and_ancestors(piece.parent):
                low, high = self.extents.get(element, (start, end))
                if element.tag == "a" or not (start <= low and high <= end):
                    cuts |= {low, high}
        return sorted(place for place in cuts if start < place < end)

    def piece(self, place: int) -> Piece:
        """Return the text node that holds a character.

        Args:
            place: Place of the character.
        """
        return self.pieces[bisect_right(self.pieces, place, key=lambda piece: piece.start) - 1]


def _is_apart(child: Element, keys: Sequence[str]) -> bool:
    if not _ISOLATING.isdisjoint(keys):
        return True
    return child.tag == "sup" and child.get("class") == "footnote-ref"


def _direction(child: Element) -> Direction | None:
    """Return the direction of an isolate, or ``None`` for one that is of the text around it."""
    lang, direction = child.get("lang"), (child.get("dir") or "").lower()
    if direction in ("ltr", "rtl"):
        return "rtl" if direction == "rtl" else "ltr"
    if direction == "auto" or (child.tag == "bdi" and not lang):
        return first_strong("".join(child.itertext()))
    if child.tag in _CODE:
        return "ltr"
    return direction_of(lang) if lang else None


def self_and_ancestors(element: Element) -> list[Element]:
    """Return an element and its ancestors, innermost first.

    Args:
        element: Any element.
    """
    return [element, *element.iterancestors()]
