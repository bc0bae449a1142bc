"""The inline content of an element as one string, and elements put around stretches of it."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final

from lxml.etree import _Element as Element

__all__ = ["BREAK", "OBJECT", "Passage", "Wrap"]

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
_ISOLATING = frozenset(("dir", "lang", "translate"))  # attributes that make a part of its own
_SPACE = re.compile(r"\s*+")
_LOOSE = f"{OBJECT}\u0020\u00a0\t\n\r\f"
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»‹›“”‘’…–—،؛؟"


@dataclass(frozen=True, slots=True)
class Wrap:
    """An element to put around a stretch of text.

    Args:
        start: Place of its first character.
        end: Place after its last.
        tag: Name of the element, where no element that holds just this text is there already.
        attributes: Its attributes, in order.
    """

    start: int
    end: int
    tag: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """One text node: the text in an element, or after it."""

    start: int
    element: Element
    is_tail: bool

    @property
    def parent(self) -> Element:
        parent = self.element.getparent() if self.is_tail else None
        return self.element if parent is None else parent

    def read(self) -> str:
        return (self.element.tail if self.is_tail else self.element.text) or ""

    def write(self, text: str) -> None:
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text

    def insert(self, new: Element) -> None:
        """Put an element after the text; both texts beside it have to be written then."""
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
    """

    element: Element
    may_host: Callable[[Element], bool]
    text: str = ""
    blocks: list[Element] = field(default_factory=list)
    isolates: list[Element] = field(default_factory=list)
    _pieces: list[_Piece] = field(default_factory=list)
    _extents: dict[Element, tuple[int, int]] = field(default_factory=dict)

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
            Its content.
        """
        passage = cls(element, may_host)
        texts: list[str] = []
        passage._gather(element, texts, 0, skip)
        passage.text = "".join(texts)
        return passage

    def _gather(
        self, element: Element, texts: list[str], place: int, skip: AbstractSet[str]
    ) -> int:
        """Add the content of an element; return the place after it."""
        if text := element.text:
            self._pieces.append(_Piece(place, element, is_tail=False))
            texts.append(text)
            place += len(text)
        for child in element:
            if isinstance(child.tag, str):
                stand_in = self._stand_in(child, child.tag, skip)
                if stand_in:
                    texts.append(stand_in)
                    place += 1
                else:
                    start = place
                    place = self._gather(child, texts, place, skip)
                    self._extents[child] = (start, place)
            if text := child.tail:
                self._pieces.append(_Piece(place, child, is_tail=True))
                texts.append(text)
                place += len(text)
        return place

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
            return OBJECT
        return ""

    def wrap(self, wraps: Sequence[Wrap]) -> list[Element]:
        """Put elements around stretches of the text; the text itself does not change.

        A stretch that fills an inline element gives it its attributes.  One that crosses the
        border of an inline element is wrapped piece by piece.

        Args:
            wraps: What to wrap, in order, none overlapping.

        Returns:
            The elements that were made or that took the attributes.
        """
        made: list[Element] = []
        waiting: list[Wrap] = []
        for wrap in reversed(wraps):
            host = self._host(wrap)
            if host is None:
                waiting.append(wrap)
            else:
                made.append(_set(host, wrap))
        for home, group in groupby(waiting, key=self._home):
            if home is None:
                made += [new for wrap in group for new in self._wrap_across(wrap)]
            else:
                made += _wrap_in(home, list(group)[::-1])
        return made

    def cuts(self, start: int, end: int) -> list[int]:
        """Return where borders of elements cut a stretch that should be one token.

        Args:
            start: Place of its first character.
            end: Place after its last.

        Returns:
            The places, in order, of the borders of links, and of other inline elements that do
            not hold or lie in the stretch as a whole.
        """
        first, last = self._piece(start), self._piece(end - 1)
        if first is last:
            return []
        cuts: set[int] = set()
        for piece in (first, last):
            for element in _self_and_ancestors(piece.parent):
                low, high = self._extents.get(element, (start, end))
                if element.tag == "a" or not (start <= low and high <= end):
                    cuts |= {low, high}
        return sorted(place for place in cuts if start < place < end)

    def _piece(self, place: int) -> _Piece:
        return self._pieces[bisect_right(self._pieces, place, key=lambda piece: piece.start) - 1]

    def _home(self, wrap: Wrap) -> _Piece | None:
        """Return the text node that holds the whole stretch, if one does."""
        piece = self._piece(wrap.start)
        return piece if piece is self._piece(wrap.end - 1) else None

    def _host(self, wrap: Wrap) -> Element | None:
        """Return the outermost inline element that holds just this stretch and white space."""
        host: Element | None = None
        element: Element | None = self._piece(wrap.start).parent
        while element is not None and element in self._extents:
            start, end = self._extents[element]
            if start <= wrap.start and wrap.end <= end:
                if not self.may_host(element):
                    break
                if not _SPACE.fullmatch(self.text, start, wrap.start):
                    break
                if not _SPACE.fullmatch(self.text, wrap.end, end):
                    break
                host = element
            element = element.getparent()
        return host

    def _wrap_one(self, wrap: Wrap) -> list[Element]:
        """Wrap what a cut has left of a stretch, less the spaces and marks at its edges."""
        start, end = self._trim(wrap)
        if start >= end:
            return []
        wrap = replace(wrap, start=start, end=end)
        host = self._host(wrap)
        if host is not None:
            return [_set(host, wrap)]
        home = self._home(wrap)
        return self._wrap_across(wrap) if home is None else _wrap_in(home, [wrap])

    def _trim(self, wrap: Wrap) -> tuple[int, int]:
        edge = _LOOSE if wrap.tag == "bdi" else _LOOSE + _PUNCTUATION
        found = self.text[wrap.start : wrap.end]
        return wrap.end - len(found.lstrip(edge)), wrap.start + len(found.rstrip(edge))

    def _wrap_across(self, wrap: Wrap) -> list[Element]:
        """Wrap a stretch over several text nodes, cut at borders of elements it crosses."""
        first, last = self._piece(wrap.start), self._piece(wrap.end - 1)
        left, right = _below_common(first.parent, last.parent)
        cut = 0
        if left is not None and self._extents[left][0] < wrap.start:
            cut = self._extents[left][1]
        elif right is not None and self._extents[right][1] > wrap.end:
            cut = self._extents[right][0]
        if cut:
            later = self._wrap_one(replace(wrap, start=cut))
            return later + self._wrap_one(replace(wrap, end=cut))
        return [self._wrap_siblings(wrap, first, last, left, right)]

    def _wrap_siblings(
        self, wrap: Wrap, first: _Piece, last: _Piece, left: Element | None, right: Element | None
    ) -> Element:
        new = _set(self.element.makeelement(wrap.tag), wrap)
        if left is None:
            text, cut = first.read(), wrap.start - first.start
            first.insert(new)
            first.write(text[:cut])
            new.text = text[cut:]
        else:
            left.addprevious(new)
        end = last.element if right is None else right
        for child in list(_siblings(new, end)):
            new.append(child)
        text = end.tail or ""
        cut = wrap.end - last.start if right is None else 0
        end.tail, new.tail = text[:cut] or None, text[cut:] or None
        return new


def _set(element: Element, wrap: Wrap) -> Element:
    for name, value in wrap.attributes:
        element.set(name, value)
    return element


def _wrap_in(piece: _Piece, wraps: list[Wrap]) -> list[Element]:
    """Wrap stretches of one text node, in the time of one copy."""
    text = piece.read()
    made = []
    stop = len(text)
    for wrap in reversed(wraps):
        start, end = wrap.start - piece.start, wrap.end - piece.start
        new = _set(piece.element.makeelement(wrap.tag), wrap)
        piece.insert(new)
        new.text, new.tail = text[start:end], text[end:stop] or None
        made.append(new)
        stop = start
    piece.write(text[:stop])
    return made


def _siblings(after: Element, end: Element) -> Iterator[Element]:
    """Yield the elements after one, up to and with another."""
    node = after.getnext()
    while node is not None:
        yield node
        if node is end:
            return
        node = node.getnext()


def _self_and_ancestors(element: Element) -> list[Element]:
    return [element, *element.iterancestors()]


def _below_common(first: Element, last: Element) -> tuple[Element | None, Element | None]:
    """Return the ancestors (or selves) of two elements just below their common ancestor."""
    path = _self_and_ancestors(first)
    right: Element | None = None
    for element in _self_and_ancestors(last):
        if element in path:
            at = path.index(element)
            return (path[at - 1] if at else None), right
        right = element
    return None, None


def _is_apart(child: Element, keys: Sequence[str]) -> bool:
    if not _ISOLATING.isdisjoint(keys):
        return True
    return child.tag == "sup" and child.get("class") == "footnote-ref"
