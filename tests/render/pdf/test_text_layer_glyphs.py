"""Glyphs that the text layer adds to font files."""

import io

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from tests.render.pdf.squares import font
from toolkit.render.fonts import faces
from toolkit.render.pdf.text_layer.font_file import add_glyphs
from toolkit.render.pdf.text_layer.shapes import Blank, Composite, Part


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
    content = font()
    added, first = add_glyphs(content, [Composite((Part(1, 0, 0),), 500)], 1000)
    assert outline(added, first) == ([], 500)


def test_the_bounding_box_holds_what_was_moved():
    content = font()
    added, _ = add_glyphs(content, [Composite((Part(2, -900, 1200),), 60)], 1000)
    head = TTFont(io.BytesIO(added))["head"]
    assert (head.xMin, head.yMax) == (-850, 1700)
