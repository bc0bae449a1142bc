"""Glyphs that the text layer adds to font files, and fonts that it cannot add to."""

import base64
import io
import subprocess

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

import toolkit
from toolkit.render.fonts import faces
from toolkit.render.pdf.text_layer.font_file import add_glyphs
from toolkit.render.pdf.text_layer.shapes import Blank, Composite, Part

LETTERS = {"space": " ", "alef": "ا", "beh": "ب", "seen": "س", "zwnj": "\u200c"}


def square(pen, size):
    pen.moveTo((50, 0))
    for corner in ((50, size), (size, size), (size, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen


def glyph(name, make, size):
    return make() if name == "space" else square(make(), size)


def font(*, is_ttf, upem=1000):
    """A font of squares, as bytes."""
    names = [".notdef", *LETTERS]
    builder = FontBuilder(upem, isTTF=is_ttf)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(text): name for name, text in LETTERS.items()})
    sizes = {name: upem * (index + 3) // 10 for index, name in enumerate(names)}
    if is_ttf:
        pens = {name: glyph(name, lambda: TTGlyphPen(None), size) for name, size in sizes.items()}
        builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    else:
        pens = {n: glyph(n, lambda: T2CharStringPen(600, None), size) for n, size in sizes.items()}
        strings = {name: pen.getCharString() for name, pen in pens.items()}
        builder.setupCFF("Squares", {}, strings, {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (upem * 6 // 10, 50)))
    builder.setupHorizontalHeader(ascent=upem, descent=-upem // 4)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=upem, usWinAscent=upem, usWinDescent=upem // 4)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def outline(content, number):
    glyphs = TTFont(io.BytesIO(content)).getGlyphSet()
    name = list(glyphs.keys())[number]
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return pen.value, glyphs[name].width


def moved(contours, dx, dy):
    return [(verb, tuple((x + dx, y + dy) for x, y in points)) for verb, points in contours]


@pytest.mark.parametrize("face", faces("pdf"), ids=lambda face: face.file.stem)
def test_bundled_fonts_take_new_glyphs(face):
    content = face.file.read_bytes()
    upem = TTFont(io.BytesIO(content))["head"].unitsPerEm
    drawn = [number for number in range(3, 60) if outline(content, number)[0]][:2]
    shape = Composite((Part(drawn[0], 0, 0), Part(drawn[1], 120, -45)), 700)
    added, first = add_glyphs(content, [shape, Blank(60), Blank(60, outlined=False)], upem)
    one, two = outline(content, drawn[0])[0], outline(content, drawn[1])[0]
    assert outline(added, first) == (one + moved(two, 120, -45), round(0.7 * upem))
    assert outline(added, first + 1)[1] == outline(added, first + 2)[1] == round(0.06 * upem)
    assert outline(added, first + 1)[0]
    assert not outline(added, first + 2)[0]


def test_other_glyphs_stay_as_they_were():
    content = faces("pdf")[0].file.read_bytes()
    added, first = add_glyphs(content, [Blank(60)], 893)
    assert [outline(added, n) for n in range(first)] == [outline(content, n) for n in range(first)]


def test_a_composite_of_nothing_is_empty():
    content = font(is_ttf=True)
    added, first = add_glyphs(content, [Composite((Part(1, 0, 0),), 500)], 1000)
    assert outline(added, first) == ([], 500)


def test_the_bounding_box_holds_what_was_moved():
    content = font(is_ttf=True)
    added, _ = add_glyphs(content, [Composite((Part(2, -900, 1200),), 60)], 1000)
    head = TTFont(io.BytesIO(added))["head"]
    assert (head.xMin, head.yMax) == (-850, 1700)


def with_font(content, text):
    # A family of its own: the engine keeps the fonts of all documents.
    family = f"Squares-{len(content)}"
    url = "data:font/otf;base64," + base64.b64encode(content).decode()
    style = f"@font-face {{ font-family: {family}; src: url({url}) }} p {{ font-family: {family} }}"
    head = f"<title>آب</title><style>{style}</style>"
    return f'<!doctype html><html lang="fa" dir="rtl"><head>{head}</head><p>{text}</p>'


def read(pdf):
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    text = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return "".join(c for c in text if c not in "\u200f\u202a\u202b\u202c\f").strip()


@pytest.mark.parametrize("upem", [1000, 893, 2048])
def test_a_users_truetype_font_is_searchable(upem):
    findings = []
    html = with_font(font(is_ttf=True, upem=upem), "با سا\u200cبا")
    assert read(toolkit.write_pdf(html, report=findings.append)) == "با سا\u200cبا"
    assert findings == []


def test_a_postscript_font_stays_stock_with_a_warning():
    findings = []
    html = with_font(font(is_ttf=False), "با سا")
    pdf = toolkit.write_pdf(html, report=findings.append)
    (found,) = findings
    assert (found.code, found.severity) == ("text-layer-stock", "warning")
    assert found.excerpt.startswith("Squares")
    assert pdf == toolkit.write_pdf(html, text_layer="stock")
