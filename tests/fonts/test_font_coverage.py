import string
import tomllib
from pathlib import Path

import pytest
from babel import Locale
from fontTools.ttLib import TTFont

from toolkit.render.fonts import faces, families

EXEMPLARS = tomllib.loads(Path(__file__).with_name("exemplars.toml").read_text("utf-8"))
NATIVE_DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ckb": "٠١٢٣٤٥٦٧٨٩", "en": "0123456789"}
# Besides the letters: quotation, dashes, signs that news uses, letters that transliterate Persian.
SIGNS = "«»‹›“”‘’„–—…•·×÷−±≈≠≤≥∞→←↑↓²³₂½€£¥$₹§©®™°%‰№†‡¶āīūḥṣżẓṭḍʿʾščžǧ؋﷼"

text_roles = pytest.mark.parametrize("role", ["text", "heading", "label"])
weights = pytest.mark.parametrize("weight", [400, 700])


def characters(face):
    """What a page can show with a file: on the web its unicode-range narrows it."""
    found = set(TTFont(face.file).getBestCmap())
    if face.unicode_range is None:
        return found
    allowed = set()
    for item in face.unicode_range.replace("U+", "").split(","):
        first, _, last = item.partition("-")
        allowed.update(range(int(first, 16), int(last or first, 16) + 1))
    assert found <= allowed, f"never used: {sorted(map(hex, found - allowed))}"
    return found


COVERAGE = {face: characters(face) for medium in ("pdf", "web") for face in faces(medium)}


def coverage(medium, role, lang, weight=400, *, only_first=False):
    names = [name.strip('"') for name in families(role, lang).split(", ")]
    return {
        chr(code)
        for face in faces(medium)
        if face.family in names[: 1 if only_first else None]
        and (face.weight, face.style) == (weight, "normal")
        for code in COVERAGE[face]
    }


@pytest.mark.parametrize("medium", ["pdf", "web"])
@pytest.mark.parametrize("lang", EXEMPLARS)
@text_roles
@weights
def test_every_character_of_the_language_is_there(medium, lang, role, weight):
    needed = set(EXEMPLARS[lang]) | set(SIGNS)
    assert needed - coverage(medium, role, lang, weight) == set()


@pytest.mark.parametrize("lang", [lang for lang in EXEMPLARS if lang != "en"])
@pytest.mark.parametrize("role", ["text", "heading", "label", "verse"])
def test_letters_and_digits_come_from_the_font_that_leads(lang, role):
    letters = {char for char in EXEMPLARS[lang] if char.isalpha() and ord(char) > 0x600}
    needed = (
        letters | set(NATIVE_DIGITS.get(lang.partition("-")[0], "")) | set("\u200c\u200d «».:!؟،؛")
    )
    assert needed - coverage("pdf", role, lang, only_first=True) == set()


@pytest.mark.parametrize("lang", ["en", "fa"])
def test_code_is_covered(lang):
    assert set(string.printable[:95]) <= coverage("web", "code", lang, only_first=True)


@pytest.mark.parametrize("face", COVERAGE, ids=lambda face: face.file.name)
def test_no_font_holds_letters_or_digits_of_the_other_script(face):
    has_latin = any(chr(code) in string.ascii_letters + string.digits for code in COVERAGE[face])
    has_arabic = any(0x620 <= code <= 0x6FF for code in COVERAGE[face])
    assert not (has_latin and has_arabic)


@pytest.mark.parametrize("lang", ["en", "fa", "fa_AF", "ps", "ur", "ckb", "ar"])
@pytest.mark.parametrize("role", ["text", "label"])
def test_words_of_the_locale_data_are_covered(lang, role):
    locale = Locale.parse(lang)
    words = [*locale.languages.values(), *locale.territories.values()]
    words += [name for width in locale.months["format"].values() for name in width.values()]
    words += [name for width in locale.days["format"].values() for name in width.values()]
    needed = {char for word in words for char in word} - set("\u200e\u200f\u061c")
    assert needed - coverage("pdf", role, lang.replace("_", "-")) == set()
