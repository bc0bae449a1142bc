"""Isolates in plain strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.direction.isolate import balance, isolate, isolate_phrases, strip
from toolkit.direction.levels import resolve

CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
TEXTS = st.text(alphabet=f"aب1۲ +-.()«»\n\u200e\u200f\u2029{CONTROLS}", max_size=40)


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("کابل", "rtl", "کابل"),
        ("Kabul", "ltr", "Kabul"),
        ("دولتی (کابل)", "rtl", "\u2068دولتی (کابل)\u2069"),
        ("Kabul", "rtl", "\u2068Kabul\u2069"),
        ("کابل", "ltr", "\u2068کابل\u2069"),
        ("کابل x ب", "rtl", "\u2068کابل x ب\u2069"),
        ("Yahoo!", "ltr", "\u2068Yahoo!\u2069"),
        ("۱۲", "rtl", "۱۲"),
        ("۵۰٪", "rtl", "۵۰٪"),
        ("+93 700 123 456", "rtl", "\u2068+93 700 123 456\u2069"),
        ("", "rtl", ""),
        ("\u2067a", "ltr", "\u2068\u2067a\u2069\u2069"),
    ],
)
def test_isolate(text: str, base: str, expected: str) -> None:
    assert isolate(text, base) == expected


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("نقشهٔ Kabul و C++", "rtl", "نقشهٔ \u2066Kabul\u2069 و \u2066C++\u2069"),
        ("The word سلام, twice", "ltr", "The word \u2067سلام\u2069, twice"),
        ("تلفن +93 700 123 456", "rtl", "تلفن \u2066+93 700 123 456\u2069"),
        ("خانه ۵۰٪", "rtl", "خانه ۵۰٪"),
        ("plain", "ltr", "plain"),
        ("شهر \u2068Kabul\u2069 و Herat", "rtl", "شهر \u2068Kabul\u2069 و \u2066Herat\u2069"),
    ],
)
def test_isolate_phrases(text: str, base: str, expected: str) -> None:
    assert isolate_phrases(text, base) == expected


@given(TEXTS, st.sampled_from(["ltr", "rtl"]))
def test_isolate_phrases_only_adds_isolates_and_is_stable(text: str, base: str) -> None:
    once = isolate_phrases(text, base)
    assert isolate_phrases(once, base) == once
    assert strip(once) == strip(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u2069b", "ab"),
        ("a\u202cb", "ab"),
        ("\u2067a", "\u2067a\u2069"),
        ("\u202ea\u2066b", "\u202ea\u2066b\u2069\u202c"),
        ("\u2066\u202ba\u2069b", "\u2066\u202ba\u202c\u2069b"),
        ("\u2067a\nb", "\u2067a\u2069\nb"),
        ("\u202ba\u2069\u202c", "\u202ba\u202c"),
    ],
)
def test_balance(text: str, expected: str) -> None:
    assert balance(text) == expected


@given(TEXTS)
def test_balanced_text_stays_and_reaches_no_further(text: str) -> None:
    """What follows a balanced text has the level that it has on its own."""
    once = balance(text)
    assert balance(once) == once
    assert strip(once) == strip(text)
    for base in (0, 1):
        line = once.replace("\n", " ").replace("\u2029", " ") + " a ب"
        if once == line[:-4]:
            tail = resolve(line, base).levels[-3:]
            assert tail[-1] == 1, line
            assert tail[0] == (0 if base == 0 else 2)


@given(TEXTS)
def test_strip_leaves_no_control(text: str) -> None:
    assert not set(strip(text)) & set(f"{CONTROLS}\u200e\u200f\u061c")
