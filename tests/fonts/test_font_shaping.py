"""HarfBuzz sets the samples in our files as it does in the fonts they were made from.

Spaces alone are wider or narrower, by what fonts.toml says.
"""

import csv
import json
import re
import tomllib

import pytest

from tests.fonts.shaping import HERE, SPACES, figures, harfbuzz_font, shape
from toolkit.render.fonts import faces
from toolkit.resources import FONTS

CONFIG = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))

ROUNDING = 2  # font units

with (HERE / "originals.tsv").open(encoding="utf-8", newline="") as lines:
    ORIGINALS = [
        (row[:3], (int(row[3]), json.loads(row[4]))) for row in csv.reader(lines, delimiter="\t")
    ]

PDF = {face.file.stem: face for face in faces("pdf")}
# The file of each face that has the commonest letters; a word with others is set from several.
WEB = {
    face.file.stem.removesuffix(f"-{face.script}"): face
    for face in faces("web")
    if face.script in ("arabic", "latin")
}


def spaced(recorded, family, em):
    """Return the figures with the family's own spaces in place of the original's."""
    if "space" not in family:
        return recorded
    gains = {
        (lang, space): round(family["space"] * em) - recorded[lang, space][0]
        for lang, space in recorded
        if space in SPACES
    }
    return {
        (lang, word): (width + sum(gains[lang, char] for char in word if char in SPACES), drawn)
        for (lang, word), (width, drawn) in recorded.items()
    }


def alike(expected, found):
    """Tell whether widths are equal, and boxes save for rounding."""
    boxes = expected[1], found[1]
    return (
        expected[0] == found[0]
        and len(boxes[0]) == len(boxes[1])
        and all(
            abs(one - other) <= ROUNDING
            for pair in zip(*boxes, strict=True)
            for one, other in zip(*pair, strict=True)
        )
    )


def different(face, name, langs):
    font = harfbuzz_font(face.file.read_bytes())
    recorded = {(lang, word): found for (key, lang, word), found in ORIGINALS if key == name}
    family = CONFIG["families"][name.rpartition("-")[0]]
    expected = spaced(recorded, family, font.face.upem)
    found = {
        (lang, word): figures(font, word, lang)
        for lang, word in expected
        if lang in langs(lang) and set(map(ord, word)) <= set(font.face.unicodes)
    }
    assert found, "no words to compare"
    return {
        key: (expected[key], value)
        for key, value in found.items()
        if not alike(expected[key], value)
    }


@pytest.mark.parametrize("name", PDF)
def test_pdf_files_shape_as_the_originals(name):
    assert different(PDF[name], name, lambda lang: (lang,)) == {}


@pytest.mark.parametrize("name", [name for name in WEB if name != "verse-400"])
def test_web_files_shape_as_the_originals(name):
    assert different(WEB[name], name, lambda lang: () if lang == "tr" else (lang,)) == {}


def test_verse_is_joined_on_the_web_as_in_print(renderer_for, samples):
    """The web file of the verse font lacks rare joins: none of the samples, none that it keeps."""
    pages = [renderer_for("fa").html(samples[name]) for name in ("water-report", "poetry-evening")]
    lines = [line for page in pages for line in re.findall('class="hemistich">([^<]+)<', page)]
    words = CONFIG["families"]["verse"]["joins"].split()
    assert len(lines) > 10
    print_, web = (harfbuzz_font(files["verse-400"].file.read_bytes()) for files in (PDF, WEB))
    for word in [*words, *" ".join(lines).split()]:
        assert alike(figures(print_, word, "fa"), figures(web, word, "fa")), word


@pytest.mark.parametrize("name", [name for name, face in WEB.items() if "arabic" in face.script])
def test_a_zwnj_parts_letters_and_a_zwj_joins_them(name):
    font = harfbuzz_font(WEB[name].file.read_bytes())

    def glyphs(word):
        return [info.codepoint for info in shape(font, word, "fa")[0]]

    space = glyphs(" ")[0]
    assert [glyph for glyph in glyphs("نه\u200cها") if glyph != space] == glyphs("ها") + glyphs(
        "نه"
    )
    assert glyphs("ه\u200d")[-1] != glyphs("ه")[-1]


@pytest.mark.parametrize("medium", ["pdf", "web"])
@pytest.mark.parametrize("role", ["text", "heading", "label"])
def test_a_space_is_as_wide_in_every_font_that_leads_a_stack(role, medium):
    leading = {
        CONFIG["families"][CONFIG["stacks"][role][script][0]]["name"] for script in ("Arab", "Latn")
    }
    advances = {}
    for face in faces(medium):
        font = harfbuzz_font(face.file.read_bytes())
        if face.family not in leading or ord(" ") not in font.face.unicodes:
            continue
        for space in SPACES:
            for tabular in (False, True):
                (info,), (position,) = shape(font, space, "fa", tnum=tabular)
                assert font.get_glyph_extents(info.codepoint)[:4] == (0, 0, 0, 0)
                advances[face.file.name, space, tabular] = position.x_advance / font.face.upem
    assert max(advances.values()) - min(advances.values()) < 0.0005, advances
