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
    if buffer.script == "Latn":
        features["calt"] = False
    hb.shape(font, buffer, features)
    return buffer.glyph_infos, buffer.glyph_positions


def figures(font, word, lang):
    """Return glyph count, width and sums of both offsets, in font units; -1 if it is not drawn."""
    if not set(map(ord, word)) <= set(font.face.unicodes):
        return (-1, 0, 0, 0)
    infos, positions = shape(font, word, lang)
    return (
        len(infos),
        sum(position.x_advance for position in positions),
        sum(position.x_offset for position in positions),
        sum(position.y_offset for position in positions),
    )
