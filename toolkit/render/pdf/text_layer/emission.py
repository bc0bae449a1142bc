"""Content stream operators that show pieces (ISO 32000-1, 9.4)."""

import unicodedata
from collections.abc import Callable, Iterable
from math import inf
from typing import Any, Final

from toolkit.render.pdf.text_layer.clusters import is_mark
from toolkit.render.pdf.text_layer.pieces import Piece

__all__ = ["show"]

_STEP: Final = 10_000
"""Text positions are written in parts of a CSS pixel."""

_NOTICED: Final = 0.02
"""Thousandths of the font size from which a move is written."""

_GAP: Final = 0.25
"""Part of the font size by which neighbours in one string may be moved apart."""


def show(
    stream: Any,
    pieces: Iterable[Piece],
    id_of: Callable[[Piece], int],
    matrix: Any,
    *,
    is_rtl: bool,
) -> None:
    """Write the operators for a line, between BT and ET.

    Args:
        stream: WeasyPrint's content stream.
        pieces: In logical order.
        id_of: Gives a piece's character id.
        matrix: The line's text matrix.
        is_rtl: Whether the box's base direction is right to left.
    """
    writer = _Writer(stream, id_of, matrix)
    after_rtl = False
    for piece in pieces:
        letter = not piece.is_rtl and unicodedata.bidirectional(piece.text[0]) == "L"
        native = "\u0590" <= piece.text[0] <= "\u08ff"
        alone = native or after_rtl or (not letter and (is_rtl or piece.is_rtl))
        writer.place(piece, alone=alone)
        writer.write(piece)
        after_rtl = piece.is_rtl or (is_rtl and not letter)
    writer.flush()


class _Writer:
    """Gathers what can be shown by one operator."""

    def __init__(self, stream: Any, id_of: Callable[[Piece], int], matrix: Any) -> None:
        self._stream = stream
        self._id_of = id_of
        self._matrix = matrix
        self._items: list[str] = []
        self._origin: int | None = None
        self._pen = inf
        self._font: tuple[str, float] | None = None

    def place(self, piece: Piece, *, alone: bool) -> None:
        """Go to a piece's origin; alone, it gets its own operators."""
        font = piece.font.hash, piece.size
        if font != self._font or alone:
            self.flush()
            self._set_font(font)
        near = abs(piece.x - self._pen) <= _GAP * piece.size
        if alone or not near:
            self.flush()
            self._move(piece.x)

    def write(self, piece: Piece) -> None:
        """Show a piece."""
        tag = b""
        if piece.actual:
            actual = ("\ufeff" + piece.actual).encode("utf-16-be").hex()
            tag = f"/Span <</ActualText <{actual}>>> BDC".encode()
        elif piece.is_rtl and is_mark(piece.text):
            tag = b"/Mk BMC"
        if tag:
            self.flush()
            self._stream.stream.append(tag)
        self._add(piece)
        if tag:
            self.flush()
            self._stream.stream.append(b"EMC")

    def flush(self) -> None:
        """Write what was gathered."""
        if not self._items:
            return
        array = "".join(self._items).replace("><", "")
        self._stream.stream.append(f"[{array}] TJ".encode())
        self._items.clear()

    def _add(self, piece: Piece) -> None:
        kern = (self._pen - piece.x) / piece.size * 1000
        if abs(kern) > _NOTICED:
            self._items.append(_number(kern))
        self._items.append(f"<{self._id_of(piece):04x}>")
        self._pen = piece.x + piece.width * piece.size / 1000

    def _set_font(self, font: tuple[str, float]) -> None:
        # Repeated on purpose: it makes pypdf end what it has gathered.
        self._stream._current_font = None  # noqa: SLF001
        self._stream.set_font_size(*font)
        self._font = font

    def _move(self, x: float) -> None:
        target = round(x * _STEP)
        if self._origin is None:
            a, b, c, d, e, f = self._matrix.values
            shift = target / _STEP
            self._stream.set_text_matrix(a, b, c, d, e + a * shift, f + b * shift)
        elif target != self._origin:
            self._stream.stream.append(f"{_number((target - self._origin) / _STEP)} 0 Td".encode())
        self._origin = target
        self._pen = target / _STEP


def _number(value: float) -> str:
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
