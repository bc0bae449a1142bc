"""Nothing that is changed looks otherwise: HarfBuzz draws the same glyphs before and after."""

import re
from unicodedata import lookup, name, normalize

import pytest

from tests.fonts.shaping import harfbuzz_font, shape
from tests.normalisation.conftest import make
from toolkit.normalisation import normalise
from toolkit.normalisation.rules import edits
from toolkit.render.fonts import faces

PERSIAN = {
    "ARABIC LETTER KAF": "ک",
    "ARABIC LETTER YEH": "ی",
    "ARABIC LETTER ALEF MAKSURA": "ی",
    "ARABIC LETTER UIGHUR KAZAKH KIRGHIZ ALEF MAKSURA": "ی",
}
STATE = re.compile(" (?:ISOLATED|FINAL|INITIAL|MEDIAL) FORM$")
JOINER = "\u200c"
WORDS = ["خانه", "کتاب", "می\u200cرود", "پیشی", "ک"]
# What may stand at a word's edge: all that the rule names, and the paragraph's ends.
EDGES = [("", ""), (" ", " "), ("(", ")"), ("{", "}"), ("", "."), ("", "،"), ("", "؟"), ("[", "]")]


@pytest.fixture(scope="module")
def font():
    fonts = (harfbuzz_font(face.file.read_bytes()) for face in faces("pdf"))
    return next(font for font in fonts if ord("ی") in font.face.unicodes)


def normalised(text):
    return normalise(make(f"<p>{text}</p>"), report=lambda _: None).article.body[3:-4]


def drawn(font, text):
    """Return the glyphs of a text with their widths, half-spaces left out."""
    infos, positions = shape(font, text, "fa")
    return [
        (info.codepoint, position.x_advance)
        for info, position in zip(infos, positions, strict=True)
        if text[info.cluster] != JOINER or position.x_advance
    ]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(("before", "after"), EDGES)
def test_half_spaces_at_edges_are_not_seen(font, word, before, after):
    text = f"{before}{JOINER}{word}{JOINER * 2}{after}"
    assert normalised(text) == f"{before}{word}{after}"
    assert drawn(font, normalised(text)) == drawn(font, text)


def test_letters_of_forms_take_those_forms():
    """Unicode's name of each form says which letter it is a form of."""
    forms = [
        chr(code)
        for code in (*range(0xFB50, 0xFBB2), *range(0xFBD3, 0xFC00), *range(0xFE80, 0xFEFD))
    ]
    wrong = {}
    for form in forms:
        letter = STATE.sub("", name(form, ""))
        written = "".join(edit.after for edit in edits(form))
        if letter.startswith("ARABIC LETTER ") and written != (
            PERSIAN.get(letter) or normalize("NFKC", lookup(letter))
        ):
            wrong[form] = written
    assert wrong == {}
