"""Visual order for terminals, against python-bidi."""

import unicodedata

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from toolkit.direction.terminal import visual

WIDE = 10_000


def unshaped(text: str) -> str:
    """Put letters in the place of their presentation forms."""
    return "".join(
        unicodedata.normalize("NFKC", one) if "\ufb50" <= one <= "\ufefc" else one for one in text
    )


@given(
    st.text(alphabet="abسمخ۱۲12 .,:-+/%אב٣\u2066\u2067\u2068\u2069\u200e\u200f", max_size=40),
    st.sampled_from(["ltr", "rtl"]),
)
def test_the_order_is_that_of_python_bidi(text: str, base: str) -> None:
    ordered = get_display(text.strip(), base_dir="R" if base == "rtl" else "L")
    for control in "\u2066\u2067\u2068\u2069\u200e\u200f":
        ordered = ordered.replace(control, "")
    assert unshaped(visual(text.strip(), base=base, width=WIDE)).strip() == ordered.strip()


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("سلام (Hello) دنیا", "rtl", "ﺎﯿﻧﺩ (Hello) ﻡﻼﺳ"),
        ("«سلام»", "rtl", "«ﻡﻼﺳ»"),
        ("a (سلام) b", "ltr", "a (ﻡﻼﺳ) b"),
        ("خانهٔ ما", "rtl", "ﺎﻣ ﻪٔﻧﺎﺧ"),
        ("می‌خواهم", "rtl", "ﻢﻫﺍﻮﺧﯽﻣ"),
        ("۲-۳ و \u2066۲-۳\u2069", "rtl", "۲-۳ ﻭ ۲-۳"),
        ("x < y سلام <ب>", "rtl", "<ﺏ> ﻡﻼﺳ x < y"),
        ("Hello", "ltr", "Hello"),
    ],
)
def test_shaped_and_mirrored(text: str, base: str, expected: str) -> None:
    assert visual(text, base=base, width=WIDE).strip() == expected


def test_lines_are_broken_before_they_are_ordered() -> None:
    shown = visual("یک دو سه four five شش هفت", base="rtl", width=14)
    assert [unshaped(line) for line in shown.split("\n")] == [" four هس ود کی", "   تفه شش five"]


@given(st.text(alphabet="abسلام۱۲ \u064e\u200c漢🙂\n", max_size=60), st.integers(2, 20))
def test_no_line_is_too_wide_and_right_lines_end_at_the_margin(text: str, width: int) -> None:
    for base in ("ltr", "rtl"):
        for line in visual(text, base=base, width=width).split("\n"):
            assert wcswidth(line) <= width
            assert not line or base == "ltr" or wcswidth(line) == width


def test_pashto_stays_logical_with_a_notice() -> None:
    found = []
    text = "دا پښتو ده ۲-۳"
    assert visual(text, base="rtl", width=80, report=found.append) == text
    assert [(one.code, one.severity, one.excerpt) for one in found] == [
        ("terminal-letters", "note", "ښ")
    ]


def test_escape_sequences_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in visual("a\x1b[31mb\x9b", base="ltr", width=80)
