"""How HarfBuzz sets a word in a font, in figures that can be compared."""

import io
import tomllib
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SPACES = (" ", "\u00a0")
# The words, the spaces, and the whole text, in which spaces may be kerned.
SAMPLES = {
    lang: [*text.split(), *SPACES, text]
    for lang, text in tomllib.loads((HERE / "samples.toml").read_text("utf-8")).items()
}


def harfbuzz_font(data):
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    font.flavor = None
    stream = io.BytesIO()
    font.save(stream)
    return hb.Font(hb.Face(stream.getvalue()))


def shape(font, word, lang, **features):
    """Return the glyph infos and positions of a word, contextual alternates of Latin left out."""
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    buffer.language = lang
    if buffer.script != "Arab":
        features["calt"] = False
    hb.shape(font, buffer, features)
    return buffer.glyph_infos, buffer.glyph_positions


def figures(font, word, lang):
    """Return a word's width and the boxes of what is drawn, in font units; -1 if nothing is.

    A text with spaces has no boxes: our spaces are of another width than the originals'.
    """
    if not set(map(ord, word)) <= set(font.face.unicodes):
        return (-1, [])
    infos, positions = shape(font, word, lang)
    width = sum(position.x_advance for position in positions)
    return width, [] if " " in word or word in SPACES else contour_boxes(font, infos, positions)


def contour_boxes(font, infos, positions):
    """Return left, bottom, right and top of each contour, sorted."""
    contours, x = [], 0
    for info, position in zip(infos, positions, strict=True):
        add_contours(contours, font, info.codepoint, x + position.x_offset, position.y_offset)
        x += position.x_advance
    return sorted(
        [min(xs), min(ys), max(xs), max(ys)]
        for contour in contours
        for xs, ys in [zip(*contour, strict=True)]
    )


def add_contours(contours, font, glyph, dx, dy):
    """Append the points of a glyph's contours, moved by font units."""

    def add(*numbers):
        *points, _ = numbers
        contours[-1] += [
            (round(x + dx), round(y + dy)) for x, y in zip(points[::2], points[1::2], strict=True)
        ]

    def begin(*numbers):
        contours.append([])
        add(*numbers)

    pen = hb.DrawFuncs()
    pen.set_move_to_func(begin)
    pen.set_line_to_func(add)
    pen.set_quadratic_to_func(add)
    pen.set_cubic_to_func(add)
    pen.set_close_path_func(lambda _: None)
    font.draw_glyph(glyph, pen)
