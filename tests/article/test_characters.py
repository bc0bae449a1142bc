"""Characters: NFC, control codes, and bidi controls in pairs, against Unicode and UAX#9."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from toolkit.article.characters import balance, blank, excerpt, one_line, printable, tidy

CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MIXED = st.text("ab\u0633\u062f1 (\u200f" + CONTROLS, max_size=20)


@pytest.mark.parametrize(
    ("found", "mended", "count"),
    [
        ("a", "a", 0),
        ("\u2067a\u2069", "\u2067a\u2069", 0),
        ("\u202ba\u202c", "\u202ba\u202c", 0),
        ("\u2067a", "\u2067a\u2069", 1),
        ("a\u2069", "a", 1),
        ("a\u202c", "a", 1),
        ("\u202b\u2067a", "\u202b\u2067a\u2069\u202c", 2),
        ("\u2067\u202ba\u2069b", "\u2067\u202ba\u202c\u2069b", 1),
        ("\u2067a\u202c\u2069", "\u2067a\u2069", 1),
        ("\u202b\u2067a\u202c\u2069\u202c", "\u202b\u2067a\u2069\u202c", 1),
    ],
)
def test_balance(found, mended, count):
    assert balance([found]) == ([mended], count)


@pytest.mark.parametrize(
    "text", ["", " \t\n", "\u200b\u200e", "\u00a0\u3000", "\u2067\u2069", "\u200c\u200d\ufeff\x00"]
)
def test_blank(text):
    assert blank(text)
    assert not blank(f"{text}.{text}")


def test_balance_across_pieces():
    assert balance(["\u2067a", "b\u2069", "c\u2069", "\u202bd"]) == (
        ["\u2067a", "b\u2069", "c", "\u202bd\u202c"],
        2,
    )


@given(MIXED)
def test_what_is_mended_is_balanced_and_stays_so(text):
    (mended,), count = balance([text])
    assert balance([mended]) == ([mended], 0)
    assert (mended == text) == (count == 0)
    assert [c for c in mended if c not in CONTROLS] == [c for c in text if c not in CONTROLS]


@given(MIXED.map(lambda text: text.replace("\u2069", "")), st.sampled_from("LR"))
def test_what_is_closed_is_shown_in_the_same_order(text, base):
    """The order is UAX#9's by python-bidi; a stray PDI is a neutral there, so it has a part."""

    def order(words):
        shown = get_display(words, base_dir=base)
        return [c for c in shown if c not in CONTROLS]

    (mended,), _ = balance([text + "a"])
    assert order(mended) == order(text + "a")


@given(st.text())
def test_tidy_is_what_unicodedata_calls_nfc(text):
    assert unicodedata.is_normalized("NFC", tidy(text))
    assert tidy(tidy(text)) == tidy(text)
    kept = [c for c in printable(text) if c != "\ufffd"]
    assert {unicodedata.category(c) for c in kept} - {"Cs"} == {
        unicodedata.category(c) for c in kept
    }
    assert all(c in "\t\n" for c in kept if unicodedata.category(c) == "Cc")


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        ("\ufeffa\x00b\x7fc\x80", "abc"),
        ("\ufeff\ufeffعلي\x00", "علي"),
        ("a\r\nb\rc\n\rd", "a\nb\nc\n\nd"),
        ("a\x0bb\x0cc\x85d", "a\nb\nc\nd"),
        ("\ud800", "\ufffd"),
        ("می\u200cروم\u200f\t", "می\u200cروم\u200f\t"),
        ("e\u0301", "é"),
    ],
)
def test_tidy(found, kept):
    assert tidy(found) == kept


def test_one_line():
    assert one_line(" a\n\n b\u2029c\u00a0d ") == "a b c\u00a0d"


def test_excerpt_is_short_and_shows_what_is_invisible():
    assert excerpt("a\u202eb\n c") == "aU+202Eb c"
    assert excerpt("x" * 500, 10) == "x" * 10 + "…"
    assert excerpt("x" * 10, 10) == "x" * 10
    assert len(excerpt("\u202e" * 10**6, 60)) < 500
