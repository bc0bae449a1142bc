"""A paragraph of an article, each character with its place in the field that it comes from."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter
from typing import Final

from toolkit.direction.edges import Marks
from toolkit.direction.verbatim import addresses, cover, quotations
from toolkit.normalisation.rules import Edit, edits, foreign, is_changed, is_normal

__all__ = ["Paragraph", "Piece"]

_QUOTATION_MARK: Final = re.compile('[«‹“"»›”]')
_CLOSING: Final = "»›”"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that is written in the paragraph as in the field.

    Args:
        text: Its characters.
        start: Place of the first in the paragraph.
        source: Place of the first in the field.
        lang: BCP 47 tag of its language.
        is_kept: Whether it may not be changed.
    """

    text: str
    start: int
    source: int
    lang: str
    is_kept: bool

    @property
    def end(self) -> int:
        """Place after its last character in the paragraph."""
        return self.start + len(self.text)


@dataclass
class Paragraph:
    """A paragraph as it is read, in logical order.

    Args:
        pieces: Its stretches, in order; together they are the text.
    """

    pieces: list[Piece] = field(default_factory=list)

    @cached_property
    def text(self) -> str:
        """Its characters, once all pieces are there."""
        return "".join([piece.text for piece in self.pieces])

    def add(self, text: str, source: int, lang: str, *, is_kept: bool = False) -> None:
        """Add a stretch.

        Args:
            text: Its characters.
            source: Place of the first in the field.
            lang: BCP 47 tag of its language.
            is_kept: Whether it may not be changed.
        """
        start = self.pieces[-1].end if self.pieces else 0
        self.pieces.append(Piece(text, start, source, lang, is_kept))

    def edits(self) -> Iterator[Edit]:
        """Yield what the rules change, in order, with places in the paragraph.

        No edit goes over the border of a piece.
        """
        is_own = any(is_changed(piece.lang) and not piece.is_kept for piece in self.pieces)
        if not is_own or is_normal(self.text):
            return
        for edit in edits(cover(self.text, self._kept())):
            yield from self._within_pieces(edit)

    def source(self, place: int) -> int:
        """Return the place in the field of a character."""
        piece = self.pieces[self._index(place)]
        return piece.source + place - piece.start

    def _index(self, place: int) -> int:
        return bisect_right(self.pieces, place, key=attrgetter("start")) - 1

    def _within_pieces(self, edit: Edit) -> Iterator[Edit]:
        for piece in self.pieces[self._index(edit.start) : self._index(edit.end - 1) + 1]:
            start, end = max(edit.start, piece.start), min(edit.end, piece.end)
            if (start, end) == (edit.start, edit.end) or not edit.after:
                yield edit._replace(start=start, end=end)
            else:
                for part in edits(self.text[start:end]):
                    yield part._replace(start=start + part.start, end=start + part.end)

    def _kept(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches that stay: marked ones, addresses, quotations, other languages."""
        marked = [
            (piece.start, piece.end)
            for piece in self.pieces
            if piece.is_kept or not is_changed(piece.lang)
        ]
        yield from marked
        yield from addresses(self.text)
        yield from _quoted(self.text)
        yield from foreign(cover(self.text, marked))


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield quotations, and such as begin or end in another paragraph."""
    marks = Marks.of(text)
    yield from quotations(marks)
    for mark in _QUOTATION_MARK.finditer(text):
        if mark.start() not in marks.partners:
            yield (0, mark.start()) if mark[0] in _CLOSING else (mark.end(), len(text))
