"""Scripts, against Unicode's Scripts.txt and ICU's idea of a locale's direction."""

import re
from pathlib import Path

import pytest

from toolkit.direction import script

SCRIPTS = Path("/usr/share/unicode/Scripts.txt")
NAMES = {
    "Latin": "Latn",
    "Arabic": "Arab",
    "Hebrew": "Hebr",
    "Syriac": "Syrc",
    "Thaana": "Thaa",
    "Nko": "Nkoo",
    "Cyrillic": "Cyrl",
    "Greek": "Grek",
    "Armenian": "Armn",
    "Georgian": "Geor",
    "Ethiopic": "Ethi",
    "Devanagari": "Deva",
    "Bengali": "Beng",
    "Gurmukhi": "Guru",
    "Gujarati": "Gujr",
    "Oriya": "Orya",
    "Tamil": "Taml",
    "Telugu": "Telu",
    "Kannada": "Knda",
    "Malayalam": "Mlym",
    "Sinhala": "Sinh",
    "Thai": "Thai",
    "Lao": "Laoo",
    "Tibetan": "Tibt",
    "Myanmar": "Mymr",
    "Khmer": "Khmr",
    "Mongolian": "Mong",
    "Han": "Hani",
    "Hiragana": "Hani",
    "Katakana": "Hani",
    "Bopomofo": "Hani",
    "Hangul": "Hang",
}
ORDINALS = {"ª", "º"}  # Latin by property, but no letters of a word


def test_letters_are_those_of_unicode() -> None:
    differing = []
    for line in SCRIPTS.read_text(encoding="utf-8").splitlines():
        found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))? *; (\w+) # (L.)", line)
        if not found or (found[4] == "Lm" and found[3] == "Common"):
            continue
        first, last = int(found[1], 16), int(found[2] or found[1], 16)
        for letter in {chr(first), chr((first + last) // 2), chr(last)} - ORDINALS:
            ours = script.script_at(letter)
            if (ours.code if ours else None) != NAMES.get(found[3]):
                differing.append((hex(ord(letter)), found[3], ours))
    assert differing == []


@pytest.mark.parametrize(
    ("tag", "code", "direction"),
    [
        ("en", "Latn", "ltr"),
        ("fa", "Arab", "rtl"),
        ("fa-AF", "Arab", "rtl"),
        ("prs", "Arab", "rtl"),
        ("ps", "Arab", "rtl"),
        ("uz", "Latn", "ltr"),
        ("uz-Arab", "Arab", "rtl"),
        ("uz-AF", "Arab", "rtl"),
        ("pa", "Guru", "ltr"),
        ("pa-PK", "Arab", "rtl"),
        ("ckb", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("ru", "Cyrl", "ltr"),
        ("sr-Latn", "Latn", "ltr"),
        ("zh-Hant-TW", "Hani", "ltr"),
        ("ja", "Hani", "ltr"),
        ("xx", "Latn", "ltr"),
    ],
)
def test_script_and_direction_of_a_tag(tag: str, code: str, direction: str) -> None:
    assert script.script_of(tag).code == code
    assert script.direction_of(tag) == direction


def test_digits_marks_and_signs_have_no_script() -> None:
    assert [one for one in "1۲٣، ؟.-\u200c\u064e²½µª" if script.script_at(one)] == []


@pytest.mark.parametrize(
    ("text", "direction"),
    [("سلام hello", "rtl"), ("«hello» سلام", "ltr"), ("۱۲ - 3", None), ("", None)],
)
def test_first_strong(text: str, direction: str | None) -> None:
    assert script.first_strong(text) == direction


def test_every_class_body_compiles() -> None:
    for one in script.scripts().values():
        letters = re.compile(f"[{one.letters}]")
        assert not re.search(letters, "1 .\n")
