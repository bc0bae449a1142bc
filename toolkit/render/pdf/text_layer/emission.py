"""Content stream operators that show pieces (ISO 32000-1, 9.4)."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from math import inf
from typing import Any, Final

from toolkit.render.pdf.text_layer.clusters import is_mark
from toolkit.render.pdf.text_layer.pieces import Piece

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
        character = piece.text[0]
        letter = not piece.is_rtl and _is_letter(character)
        native = "\u0590" <= character <= "\u08ff"
        alone = native or after_rtl or (not letter and (is_rtl or piece.is_rtl))
        writer.place(piece, alone=alone, first=piece.is_rtl and not in_word)
        writer.write(piece, cid)
        in_word = piece.is_rtl and not piece.actual
        after_rtl = piece.is_rtl or (is_rtl and not letter)
    writer.flush()


@lru_cache(maxsize=4096)
def _is_letter(character: str) -> bool:
    return unicodedata.bidirectional(character) == "L"


class _Writer:
    """Gathers what can be shown by one operator."""

    __slots__ = ("_font", "_items", "_matrix", "_operators", "_origin", "_pen", "_stream", "_tf")

    def __init__(self, stream: Any, matrix: Any) -> None:
        self._stream = stream
        self._operators: list[bytes] = stream.stream
        self._matrix = matrix
        self._items: list[str] = []
        self._origin: int | None = None
        self._pen = inf
        self._font: tuple[str, float] | None = None
        self._tf = b""

    def place(self, piece: Piece, *, alone: bool, first: bool) -> None:
        """Go to a piece's origin.

        Args:
            piece: What is shown next.
            alone: Whether it gets operators of its own.
            first: Whether it is the first letter of a right-to-left word.
        """
        font = piece.font.hash, piece.size
        if font != self._font:
            self.flush()
            self._set_font(font)
        elif alone:
            # Repeated on purpose: it makes pypdf end what it has gathered.
            self.flush()
            self._operators.append(self._tf)
        if alone or abs(piece.x - self._pen) > _GAP * piece.size:
            self.flush()
            self._move(piece.x, _LAP if first else 0)

    def write(self, piece: Piece, cid: int) -> None:
        """Show a piece."""
        if piece.actual:
            actual = ("\ufeff" + piece.actual).encode("utf-16-be").hex()
            self._write_marked(piece, cid, f"/Span <</ActualText <{actual}>>> BDC".encode())
        elif piece.is_rtl and is_mark(piece.text):
            self._write_marked(piece, cid, b"/Mk BMC")
        else:
            self._add(piece, cid)

    def flush(self) -> None:
        """Write what was gathered."""
        if self._items:
            array = "".join(self._items).replace("><", "")
            self._operators.append(f"[{array}] TJ".encode())
            self._items.clear()

    def _write_marked(self, piece: Piece, cid: int, tag: bytes) -> None:
        self.flush()
        self._operators.append(tag)
        self._add(piece, cid)
        self.flush()
        self._operators.append(b"EMC")

    def _add(self, piece: Piece, cid: int) -> None:
        kern = (self._pen - piece.x) / piece.size * 1000
        if abs(kern) > _NOTICED:
            self._items.append(f"{kern:.4g}")
        self._items.append(f"<{cid:04x}>")
        self._pen = piece.x + piece.width * piece.size / 1000

    def _set_font(self, font: tuple[str, float]) -> None:
        self._stream._current_font = None  # noqa: SLF001
        self._stream.set_font_size(*font)
        self._font, self._tf = font, self._operators[-1]

    def _move(self, x: float, lap: int) -> None:
        target = round(x * _STEP) - lap
        if self._origin is None:
            a, b, c, d, e, f = self._matrix.values
            shift = target / _STEP
            self._stream.set_text_matrix(a, b, c, d, e + a * shift, f + b * shift)
        elif target != self._origin:
            self._operators.append(f"{(target - self._origin) / _STEP:.7g} 0 Td".encode())
        self._origin = target
        self._pen = x
