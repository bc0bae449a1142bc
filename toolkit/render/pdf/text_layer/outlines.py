"""PostScript outlines made TrueType ones, to which glyphs can be added.

Cubic curves become quadratic ones within a thousandth of an em
(https://learn.microsoft.com/typography/opentype/spec/glyf).
"""

import io
from collections.abc import Collection, Mapping
from typing import Any, Final

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

__all__ = ["POSTSCRIPT", "as_truetype"]

POSTSCRIPT: Final = ("CFF ", "CFF2")
"""The tables of PostScript outlines."""

_KEPT: Final = frozenset({"GlyphOrder", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"})
_COUNTED: Final = (
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxComponentDepth",
)


def as_truetype(
    content: bytes, index: int, numbers: Collection[int], location: Mapping[str, float]
) -> bytes:
    """Return some glyphs of a PostScript font as a TrueType one, unhinted.

    Args:
        content: A font file with PostScript outlines.
        index: Which font of a collection.
        numbers: The glyphs to keep, which stay where they are.
        location: Value of each axis of a variable font; its own where one is not named.
    """
    font = TTFont(io.BytesIO(content), fontNumber=index, recalcTimestamp=False)
    order = font.getGlyphOrder()[: max(numbers) + 1]
    glyphs, tolerance = font.getGlyphSet(location=location), font["head"].unitsPerEm / 1000
    outlines = {
        name: _outline(glyphs[name] if number in numbers else None, tolerance)
        for number, name in enumerate(order)
    }
    font["hmtx"].metrics = {
        name: (round(glyphs[name].width), getattr(outlines[name], "xMin", 0)) for name in order
    }
    for tag in set(font.keys()) - _KEPT:
        del font[tag]
    font.setGlyphOrder(order)
    _put(font, outlines)
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


def _outline(glyph: Any | None, tolerance: float) -> Any:
    pen = TTGlyphPen(None)
    if glyph is not None:
        glyph.draw(Cu2QuPen(pen, tolerance, reverse_direction=True))
    outline = pen.glyph()
    outline.recalcBounds(None)
    return outline


def _put(font: Any, outlines: Mapping[str, Any]) -> None:
    """Put outlines into a font that has none; its maxima are counted when it is saved."""
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = list(outlines), dict(outlines)
    font["maxp"].tableVersion = 0x00010000
    font["maxp"].maxZones = 1
    for name in _COUNTED:
        setattr(font["maxp"], name, 0)
    font["head"].glyphDataFormat = 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"
