"""Embedding levels: edge cases, an independent implementation, time."""

import re
import time

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.direction import first_strong, paragraphs, reset_whitespace, resolve, visual_order
from toolkit.direction.properties import classify
from toolkit.direction.sequences import REMOVED

LETTERS = "abXאבگپ۱۲12٣٤ .,:+-%()[]{}<>«»/\u200c\u064e\t"
CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
texts = st.text(st.sampled_from(LETTERS + CONTROLS), max_size=60)


@pytest.mark.parametrize(
    ("text", "base", "levels"),
    [
        ("", 1, ""),
        ("abc", 0, "000"),
        ("abc", 1, "222"),
        ("متن", 0, "111"),
        ("متن", 1, "111"),
        ("12", 1, "22"),
        ("متن (abc) ۱۲", 1, "111 12221 22"),
        ("C++", 1, "211"),
        ("a\u2067b\u2069c", 0, "00200"),
        ("\u200d\u200cا", 0, "001"),  # removed by X9: the level of what is before
    ],
)
def test_known(text, base, levels):
    expected = [1 if level == " " else int(level) for level in levels]
    assert list(resolve(text, base).levels) == expected


def test_base_from_the_first_strong_character():
    assert resolve("12 (متن) abc").base == 1
    assert resolve("12, ۳۴").base == 0
    assert first_strong("\u2066abc\u2069 متن") == 1
    assert first_strong("\u2067متن") is None
    assert first_strong("12 – ۳۴") is None


def test_paragraphs_keep_their_separators():
    assert paragraphs("a\nb\u2029\r\nc") == ["a\n", "b\u2029", "\r", "\n", "c"]
    assert paragraphs("") == []


@given(texts)
def test_paragraphs_are_the_text(text):
    assert "".join(paragraphs(text)) == text


def oracle(text, base):
    """Levels of python-bidi before L1, which it prints one for each byte."""
    dump = get_display(text, base_dir="LR"[base], debug=True)
    numbers = re.findall(
        r"Level\(\s*(\d+)", dump[dump.index("levels: [") : dump.index("paragraphs: [")]
    )
    widths = [len(character.encode()) for character in text]
    return [int(numbers[sum(widths[:i])]) for i in range(len(text))]


@given(texts.filter(bool), st.sampled_from([0, 1]))
@settings(max_examples=400)
def test_agrees_with_python_bidi(text, base):
    kept = [i for i, code in enumerate(classify(text)) if code not in REMOVED]
    ours, theirs = resolve(text, base).levels, oracle(text, base)
    assert [ours[i] for i in kept] == [theirs[i] for i in kept]


@given(st.text(max_size=200), st.sampled_from([0, 1, None]))
def test_any_text_has_a_level_a_character(text, base):
    paragraph = resolve(text, base)
    assert len(paragraph.levels) == len(text)
    assert all(paragraph.base <= level <= 126 for level in paragraph.levels)
    levels = reset_whitespace(paragraph.levels, classify(text), paragraph.base)
    assert sorted(visual_order(levels)) == list(range(len(text)))


HOSTILE = {
    "mixed": "متن (abc) ۱۲% ",
    "isolates": "\u2067",
    "first strong isolates": "\u2068a",
    "closed isolates": "\u2067a\u2069",
    "embeddings": "\u202bא",
    "opening brackets": "א(",
    "bracket pairs": "א(a)",
    "deep brackets": "א" + "(" * 60 + "a" + ")" * 60,
    "marks": "(א)" + "\u0301" * 50,
    "spaces": "א" + " " * 99,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_linear_time(name):
    def seconds(size):
        text = HOSTILE[name] * (size // len(HOSTILE[name]))
        start = time.process_time()
        paragraph = resolve(text, 1)
        visual_order(reset_whitespace(paragraph.levels, classify(text), 1))
        return time.process_time() - start

    seconds(1_000)
    small, large = max(seconds(30_000), 0.01), seconds(300_000)
    assert large < 30 * small, f"{small:.3f} s for 30 kB, {large:.3f} s for 300 kB"
