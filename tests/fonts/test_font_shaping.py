"""HarfBuzz sets the sample words in our files as it does in the fonts they were made from."""

import csv

import pytest

from tests.fonts.shaping import HERE, figures, harfbuzz_font, shape
from toolkit.render.fonts import faces

with (HERE / "originals.tsv").open(encoding="utf-8", newline="") as lines:
    ORIGINALS = [(row[:3], tuple(map(int, row[3:]))) for row in csv.reader(lines, delimiter="\t")]

PDF = {face.file.stem: face for face in faces("pdf")}
# A word in Latin script may need both web files; one in Arabic script, or plain English, needs one.
WEB = {
    face.file.stem.rpartition(f"-{face.script}")[0]: face
    for face in faces("web")
    if face.script != "latin-ext"
}


def different(face, name, langs):
    font = harfbuzz_font(face.file.read_bytes())
    expected = {(lang, word): found for (key, lang, word), found in ORIGINALS if key == name}
    found = {key: figures(font, key[1], key[0]) for key in expected if key[0] in langs(key[0])}
    assert found, "no words to compare"
    return {key: (expected[key], value) for key, value in found.items() if expected[key] != value}


@pytest.mark.parametrize("name", PDF)
def test_pdf_files_shape_as_the_originals(name):
    assert different(PDF[name], name, lambda lang: (lang,)) == {}


@pytest.mark.parametrize("name", WEB)
def test_web_files_shape_as_the_originals(name):
    assert different(WEB[name], name, lambda lang: () if lang == "tr" else (lang,)) == {}


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
