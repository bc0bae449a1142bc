"""Pieces made wider than what they show, for readers that take gaps for spaces or columns."""

import unicodedata
from collections.abc import Iterable, Iterator
from math import ceil
from typing import Final

from toolkit.render.pdf.text_layer.clusters import is_mark
from toolkit.render.pdf.text_layer.pieces import Composite, Part, Piece

__all__ = ["reaching"]

_OVERLAP: Final = 200
"""Thousandths of the font size by which digits must overlap not to pass as in visual order."""

_LEAST_GAP: Final = 0.5
_MOST_GAP: Final = 500


def reaching(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Return the pieces of a line, some of them wider.

    A letter reaches its neighbour over the gap that kerning or tracking makes: Poppler reads a
    space into 0.03 em.  An Arabic-Indic digit reaches over the next: MuPDF takes these as
    right-to-left and where one begins as the last one ends, it reverses the line.

    Args:
        pieces: In logical order.
    """
    letter: Piece | None = None
    number: Piece | None = None
    for piece in pieces:
        is_number = unicodedata.bidirectional(piece.text[0]) == "AN"
        if number:
            yield _widened(number, _OVERLAP) if is_number else number
        number = piece if is_number else None
        if is_number:
            letter = None
            continue
        yield _widened(piece, _gap(letter, piece)) if letter else piece
        if not is_mark(piece.text):
            letter = piece if piece.is_rtl and not piece.actual else None
    if number:
        yield number


def _gap(before: Piece, piece: Piece) -> int:
    """Return the gap right of a piece in thousandths of its font size, 0 where it is no matter."""
    if not piece.is_rtl or piece.actual or is_mark(piece.text):
        return 0
    gap = (before.x - piece.x) / piece.size * 1000 - piece.width
    return ceil(gap) if _LEAST_GAP < gap < _MOST_GAP else 0


def _widened(piece: Piece, by: int) -> Piece:
    if not by:
        return piece
    width = piece.width + by
    if isinstance(piece.shape, int):
        return piece._replace(shape=Composite((Part(piece.shape, 0, 0),), width), width=width)
    return piece._replace(shape=piece.shape._replace(width=width), width=width)
