"""Content stream operators that show pieces (ISO 32000-1, 9.4)."""

from collections.abc import Iterable
from functools import lru_cache
from math import inf
from typing import Any, Final

from toolkit.render.pdf.text_layer.characters import traits
from toolkit.render.pdf.text_layer.shapes import Piece

__all__ = ["show"]

_STEP: Final = 1000
"""Text positions are written in parts of a CSS pixel."""

_LAP: Final = 2
"""Steps by which a word's first letter laps over the second.

Where no letters in a line lap, Poppler takes the least gap as that between letters; rounding makes
that next to nothing, and each letter a word.
"""

_NOTICED: Final = 0.1
"""Thousandths of the font size from which a move is written."""

_GAP: Final = 0.25
"""Part of the font size by which neighbours in one string may be moved apart."""


def show(stream: Any, pieces: Iterable[tuple[Piece, int]], matrix: Any, *, is_rtl: bool) -> None:
    """Write the operators for a line, between BT and ET.

    Args:
        stream: WeasyPrint's content stream.
        pieces: In logical order, each with its character id.
        matrix: The line's text matrix.
        is_rtl: Whether the box's base direction is right to left.
    """
    writer = _Writer(stream, matrix)
    after_rtl = in_word = False
    for piece, cid in pieces:
        known = traits(piece.text[0])
        letter = not piece.is_rtl and known.strength == "L"
        alone = known.is_native or after_rtl or (not letter and (is_rtl or piece.is_rtl))
        writer.place(piece, alone=alone, first=piece.is_rtl and not in_word)
        writer.write(piece, cid)
        in_word = piece.is_rtl and not piece.actual
        after_rtl = piece.is_rtl or (is_rtl and not letter)
    writer.finish()


@lru_cache(maxsize=256)
def _span(actual: str) -> str:
    """Return the operator that begins what is to be read as a text."""
    text = ("\ufeff" + actual).encode("utf-16-be").hex()
    return f"/Span <</ActualText <{text}>>> BDC"


class _Writer:
    """Gathers the operators of a line, and the characters that one of them can show."""

    __slots__ = ("_font", "_items", "_matrix", "_operators", "_origin", "_pen", "_stream", "_tf")

    def __init__(self, stream: Any, matrix: Any) -> None:
        self._stream = stream
        self._matrix = matrix
        self._operators: list[str] = []
        self._items: list[str] = []
        self._origin: int | None = None
        self._pen = inf
        self._font: tuple[str, float] | None = None
        self._tf = ""

    def place(self, piece: Piece, *, alone: bool, first: bool) -> None:
        """Go to a piece's origin.

        Args:
            piece: What is shown next.
            alone: Whether it gets operators of its own.
            first: Whether it is the first letter of a right-to-left word.
        """
        font = piece.font.hash, piece.size
        if alone or font != self._font:
            self._show()
            if font != self._font:
                size = f"{piece.size:.6f}".rstrip("0").rstrip(".")
                self._font, self._tf = font, f"/{piece.font.hash} {size} Tf"
            # Repeated on purpose: it makes pypdf end what it has gathered.
            self._operators.append(self._tf)
        if alone or abs(piece.x - self._pen) > _GAP * piece.size:
            self._show()
            self._move(piece.x, _LAP if first else 0)

    def write(self, piece: Piece, cid: int) -> None:
        """Show a piece."""
        if piece.actual:
            self._write_marked(piece, cid, _span(piece.actual))
        elif piece.is_rtl and traits(piece.text[0]).is_mark:
            self._write_marked(piece, cid, "/Mk BMC")
        else:
            self._add(piece, cid)

    def finish(self) -> None:
        """Write everything to the stream."""
        self._show()
        if self._operators:
            self._stream.stream.append("\n".join(self._operators).encode())
            self._stream._current_font = self._font  # noqa: SLF001

    def _write_marked(self, piece: Piece, cid: int, tag: str) -> None:
        self._show()
        self._operators.append(tag)
        self._add(piece, cid)
        self._show()
        self._operators.append("EMC")

    def _show(self) -> None:
        if len(self._items) == 1:
            self._operators.append(f"[{self._items.pop()}] TJ")
        elif self._items:
            array = "".join(self._items).replace("><", "")
            self._operators.append(f"[{array}] TJ")
            self._items.clear()

    def _add(self, piece: Piece, cid: int) -> None:
        kern = (self._pen - piece.x) / piece.size * 1000
        if abs(kern) > _NOTICED:
            self._items.append(f"{kern:.4g}")
        self._items.append(f"<{cid:04x}>")
        self._pen = piece.x + piece.width * piece.size / 1000

    def _move(self, x: float, lap: int) -> None:
        target = round(x * _STEP) - lap
        if self._origin is None:
            a, b, c, d, e, f = self._matrix.values
            shift = target / _STEP
            numbers = (a, b, c, d, e + a * shift, f + b * shift)
            self._operators.append(" ".join(f"{number:.9g}" for number in numbers) + " Tm")
        elif target != self._origin:
            self._operators.append(f"{(target - self._origin) / _STEP:.7g} 0 Td")
        self._origin = target
        self._pen = x
