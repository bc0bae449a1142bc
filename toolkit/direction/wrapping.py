"""Elements put around stretches of a passage; its text does not change."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from lxml.etree import _Element as Element

from toolkit.direction.passage import OBJECT, Passage, Piece, self_and_ancestors

__all__ = ["Wrap", "wrap_all"]

_SPACE = re.compile(r"\s*+")
_LOOSE = f"{OBJECT}\u0020\u00a0\t\n\r\f"
_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~«»‹›“”‘’…–—،؛؟"


class Wrap(NamedTuple):
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


def wrap_all(passage: Passage, wraps: Sequence[Wrap]) -> list[Element]:
    """Put elements around stretches of the text; the text itself does not change.

    A stretch that fills an inline element gives it its attributes.  One that crosses the
    border of an inline element is wrapped piece by piece.

    Args:
        passage: The passage that holds them.
        wraps: What to wrap, in order, none overlapping.

    Returns:
        The elements that were made or that took the attributes.
    """
    made: list[Element] = []
    waiting: list[Wrap] = []
    for wrap in reversed(wraps):
        host = _host(passage, wrap)
        if host is None:
            waiting.append(wrap)
        else:
            made.append(_set(host, wrap))
    for home, group in groupby(waiting, key=partial(_home, passage)):
        if home is None:
            made += [new for wrap in group for new in _wrap_across(passage, wrap)]
        else:
            made += _wrap_in(home, list(group)[::-1])
    return made


def _home(passage: Passage, wrap: Wrap) -> Piece | None:
    """Return the text node that holds the whole stretch, if one does."""
    piece = passage.piece(wrap.start)
    return piece if piece is passage.piece(wrap.end - 1) else None


def _host(passage: Passage, wrap: Wrap) -> Element | None:
    """Return the outermost inline element that holds just this stretch and white space."""
    host: Element | None = None
    element: Element | None = passage.piece(wrap.start).parent
    while element is not None and element in passage.extents:
        start, end = passage.extents[element]
        if start <= wrap.start and wrap.end <= end:
            if not passage.may_host(element):
                break
            if not _SPACE.fullmatch(passage.text, start, wrap.start):
                break
            if not _SPACE.fullmatch(passage.text, wrap.end, end):
                break
            host = element
        element = element.getparent()
    return host


def _wrap_one(passage: Passage, wrap: Wrap) -> list[Element]:
    """Wrap what a cut has left of a stretch, less the spaces and marks at its edges."""
    start, end = _trim(passage, wrap)
    if start >= end:
        return []
    wrap = wrap._replace(start=start, end=end)
    host = _host(passage, wrap)
    if host is not None:
        return [_set(host, wrap)]
    home = _home(passage, wrap)
    return _wrap_across(passage, wrap) if home is None else _wrap_in(home, [wrap])


def _trim(passage: Passage, wrap: Wrap) -> tuple[int, int]:
    edge = _LOOSE if wrap.tag == "bdi" else _LOOSE + _PUNCTUATION
    found = passage.text[wrap.start : wrap.end]
    return wrap.end - len(found.lstrip(edge)), wrap.start + len(found.rstrip(edge))


def _wrap_across(passage: Passage, wrap: Wrap) -> list[Element]:
    """Wrap a stretch over several text nodes, cut at borders of elements it crosses."""
    first, last = passage.piece(wrap.start), passage.piece(wrap.end - 1)
    left, right = _below_common(first.parent, last.parent)
    cut = 0
    if left is not None and passage.extents[left][0] < wrap.start:
        cut = passage.extents[left][1]
    elif right is not None and passage.extents[right][1] > wrap.end:
        cut = passage.extents[right][0]
    if cut:
        later = _wrap_one(passage, wrap._replace(start=cut))
        return later + _wrap_one(passage, wrap._replace(end=cut))
    return [_wrap_siblings(passage, wrap, first, last, left, right)]


def _wrap_siblings(
    passage: Passage,
    wrap: Wrap,
    first: Piece,
    last: Piece,
    left: Element | None,
    right: Element | None,
) -> Element:
    new = _set(passage.element.makeelement(wrap.tag), wrap)
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


def _wrap_in(piece: Piece, wraps: list[Wrap]) -> list[Element]:
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


def _below_common(first: Element, last: Element) -> tuple[Element | None, Element | None]:
    """Return the ancestors (or selves) of two elements just below their common ancestor."""
    path = self_and_ancestors(first)
    right: Element | None = None
    for element in self_and_ancestors(last):
        if element in path:
            at = path.index(element)
            return (path[at - 1] if at else None), right
        right = element
    return None, None
