"""What is shown for a character: a glyph, a composite of glyphs, or nothing to be seen."""

from typing import Any, Final, NamedTuple

__all__ = ["MARK_WIDTH", "Blank", "Composite", "Part", "Piece", "Shape"]

MARK_WIDTH: Final = 60
"""Advance of marks and invisible characters, in thousandths of the font size.

PDFium drops text without width; more than this would make readers see a gap.
"""


class Part(NamedTuple):
    """A glyph within a composite, moved right and up by font units."""

    glyph: int
    dx: int
    dy: int


class Composite(NamedTuple):
    """Several glyphs, or one moved from its place, shown as one.

    Args:
        parts: The glyphs.
        width: Advance in thousandths of the font size.
    """

    parts: tuple[Part, ...]
    width: int


class Blank(NamedTuple):
    """Nothing to see.

    Args:
        width: Advance in thousandths of the font size.
        outlined: Whether there is a contour, without area: PDFium drops text that has none.
    """

    width: int
    outlined: bool = True


Shape = int | Composite | Blank


class Piece(NamedTuple):
    """One shape shown at one place.

    Args:
        shape: A glyph's number, or what is made of glyphs.
        text: What it stands for.
        x: Its origin in CSS pixels.
        width: Its advance in thousandths of the font size.
        font: WeasyPrint's font.
        size: Font size in CSS pixels.
        is_rtl: Whether its embedding level is odd.
        actual: Text to declare as ActualText, where that is not ``text``.
    """

    shape: Shape
    text: str
    x: float
    width: int
    font: Any
    size: float
    is_rtl: bool
    actual: str = ""
