"""Punctuation of the Arabic fonts has one shape, whatever script a browser takes it for."""

import pytest
import uharfbuzz

from toolkit.render.fonts import faces

ARABIC = [face for face in faces("pdf") if face.file.stem.split("-4")[0].split("-7")[0] in
          {"naskh", "sans-arabic", "verse"}]  # fmt: skip


@pytest.mark.parametrize("face", ARABIC, ids=lambda face: face.file.stem)
@pytest.mark.parametrize("mark", ["«", "»", "‹", "›", "(", ")", ".", ":", "!"])
def test_a_mark_beside_a_latin_word_looks_as_beside_a_persian_one(face, mark):
    font = uharfbuzz.Font(uharfbuzz.Face(face.file.read_bytes()))
    glyphs = {script: shaped(font, mark, script) for script in ("Latn", "Arab", "Zyyy")}
    assert len(set(glyphs.values())) == 1, glyphs


def shaped(font, mark, script):
    buffer = uharfbuzz.Buffer()
    buffer.add_str(mark)
    buffer.direction, buffer.script = "rtl", script
    uharfbuzz.shape(font, buffer)
    return tuple(info.codepoint for info in buffer.glyph_infos)
