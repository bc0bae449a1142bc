"""A font of squares, made with any kind of outlines."""

import io

from fontTools.designspaceLib import DesignSpaceDocument
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib import build

LETTERS = {"space": " ", "alef": "ا", "beh": "ب", "seen": "س", "zwnj": "\u200c"}
NAMES = [".notdef", *LETTERS]
GROWTH = 100


def font(kind="TrueType", *, upem=1000):
    """Return the font as bytes.

    Args:
        kind: ``TrueType`` or ``PostScript``, with ``variable`` before it: then the squares are
            :data:`GROWTH` units larger where they are boldest.
        upem: Units per em.
    """
    if not kind.startswith("variable"):
        return _saved(_static(kind, upem))
    space = DesignSpaceDocument()
    space.addAxisDescriptor(name="Weight", tag="wght", minimum=400, default=400, maximum=900)
    for weight, growth in ((400, 0), (900, GROWTH)):
        master = TTFont(io.BytesIO(_saved(_static(kind.split()[1], upem, growth))))
        space.addSourceDescriptor(name=str(weight), font=master, location={"Weight": weight})
    return _saved(build(space)[0])


def with_picture(content):
    """Return a font with a picture in the place of a glyph."""
    font = TTFont(io.BytesIO(content))
    font["SVG "] = pictures = newTable("SVG ")
    pictures.docList = [('<svg xmlns="http://www.w3.org/2000/svg" id="glyph3"/>', 3, 3)]
    return _saved(font)


def _static(kind, upem, growth=0):
    is_ttf = kind == "TrueType"
    builder = FontBuilder(upem, isTTF=is_ttf)
    builder.setupGlyphOrder(NAMES)
    builder.setupCharacterMap({ord(text): name for name, text in LETTERS.items()})
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    sizes = {name: upem * (index + 3) // 10 + growth for index, name in enumerate(NAMES)}
    if is_ttf:
        pens = {name: _drawn(TTGlyphPen(None), name, size) for name, size in sizes.items()}
        builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    else:
        pens = {name: _drawn(T2CharStringPen(600, None), name, n) for name, n in sizes.items()}
        builder.setupCFF(
            "Squares", {}, {name: pen.getCharString() for name, pen in pens.items()}, {}
        )
    builder.setupHorizontalMetrics(dict.fromkeys(NAMES, (upem * 6 // 10, 50)))
    builder.setupHorizontalHeader(ascent=upem, descent=-upem // 4)
    builder.setupOS2(sTypoAscender=upem, usWinAscent=upem, usWinDescent=upem // 4)
    builder.setupPost()
    return builder


def _drawn(pen, name, size):
    if name != "space":
        pen.moveTo((50, 0))
        for corner in ((50, size), (size, size), (size, 0)):
            pen.lineTo(corner)
        pen.closePath()
    return pen


def _saved(font):
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
