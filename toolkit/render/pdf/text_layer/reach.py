"""Pieces made wider than what they show, for readers that take gaps for spaces or columns."""

from collections.abc import Iterable
from math import ceil
from typing import Final

from toolkit.render.pdf.text_layer.characters import traits
from toolkit.render.pdf.text_layer.shapes import Composite, Part, Piece

__all__ = ["reaching"]

_OVERLAP: Final = 200
"""Thousandths of the font size by which digits must overlap not to pass as in visual order."""

_LEAST_GAP: Final = 0.5
_MOST_GAP: Final = 500


def reaching(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces of a line, some of them wider.

    A letter reaches its neighbour over the gap that kerning or tracking makes: Poppler reads a
    space into 0.03 em.  An Arabic-Indic digit reaches over the next: MuPDF takes these as
    right-to-left and where one begins as the last one ends, it reverses the line.

    Args:
        pieces: In logical order.
    """
    wider: list[Piece] = []
    letter: Piece | None = None
    after_number = False
    for piece in pieces:
        known = traits(piece.text[0])
        if known.is_arabic_number and after_number:
            wider[-1] = _widened(wider[-1], _OVERLAP)
        after_number = known.is_arabic_number
        is_letter = piece.is_rtl and not (known.is_mark or piece.actual or after_number)
        wider.append(_widened(piece, _gap(letter, piece)) if letter and is_letter else piece)
        if not known.is_mark:
            letter = piece if is_letter else None
    return wider


def _gap(before: Piece, piece: Piece) -> int:
    """Return the gap right of a piece in thousandths of its font size, 0 where it is no matter."""
    gap = (before.x - piece.x) / piece.size * 1000 - piece.width
    return ceil(gap) if _LEAST_GAP < gap < _MOST_GAP else 0


def _widened(piece: Piece, by: int) -> Piece:
    if not by:
        return piece
    width = piece.width + by
    if isinstance(piece.shape, int):
        return piece._replace(shape=Composite((Part(piece.shape, 0, 0),), width), width=width)
    return piece._replace(shape=piece.shape._replace(width=width), width=width)
