"""What is explained, against python-bidi and by example."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from toolkit.direction.explain import explain

TEXT = "زبان C++ و .NET خوب است؛ تلفن +93 700 123 456."


def shown(order):
    """Return the characters of a line from left to right."""
    runs = (order.runs[index] for index in order.visual)
    return "".join(run.text if run.direction == "ltr" else run.text[::-1] for run in runs)


def one(text, **settings):
    (paragraph,) = explain(text, **settings).paragraphs
    return paragraph


@pytest.mark.parametrize("base", ["ltr", "rtl"])
@pytest.mark.parametrize(
    "text",
    [TEXT, "Hello سلام (دوست) 12", "قیمت ۱۲٬۵۰۰ (تقریبا $20) بود", "a ب c ۱۲ د e", "12 ب 3-4"],
)
def test_plain_order_is_that_of_python_bidi(text, base):
    paragraph = one(text, base=base)
    expected = get_display(text, base_dir="L" if base == "ltr" else "R")
    assert shown(paragraph.plain or paragraph.order) == expected


@given(st.text(st.sampled_from("abاب۱2 .,()+-%$:/«»"), min_size=1), st.sampled_from(["ltr", "rtl"]))
def test_plain_order_of_any_text(text, base):
    for paragraph in explain(text, base=base).paragraphs:
        expected = get_display(text, base_dir="L" if base == "ltr" else "R")
        assert shown(paragraph.plain or paragraph.order) == expected


@given(
    st.text(st.one_of(st.characters(), st.sampled_from("ab اب\u2066\u2067\u2069\u202e\u202c++")))
)
def test_nothing_is_lost(text):
    for paragraph in explain(text).paragraphs:
        for order in filter(None, (paragraph.order, paragraph.plain)):
            assert "".join(run.text for run in order.runs) == paragraph.text
            assert sorted(order.visual) == list(range(len(order.runs)))


def test_tokens_and_phrases_are_isolated():
    paragraph = one(TEXT)
    runs = [(run.text, run.level, run.script, run.lang) for run in paragraph.order.runs]
    assert runs == [
        ("زبان ", 1, "Arab", "fa"),
        ("C++", 2, "Latn", "en"),
        (" و ", 1, "Arab", "fa"),
        (".NET", 2, "Latn", "en"),
        (" خوب است؛ تلفن ", 1, "Arab", "fa"),
        ("+93 700 123 456", 2, None, None),
        (".", 1, None, None),
    ]
    assert paragraph.order.visual == (6, 5, 4, 3, 2, 1, 0)
    assert [run.text for run in paragraph.plain.runs][1:3] == ["C", "++ و ."]
    assert [(token.text, token.kind) for token in paragraph.tokens] == [
        ("C++", "code_name"),
        (".NET", "code_name"),
        ("+93 700 123 456", "phone"),
    ]


@pytest.mark.parametrize(
    ("text", "settings", "base", "kind", "place"),
    [
        ("(12) سلام", {}, "rtl", "first-strong", 5),
        ("\u2067سلام\u2069 abc", {}, "ltr", "first-strong", 7),
        ("12 - 34", {}, "ltr", "none", None),
        ("abc", {"lang": "fa"}, "rtl", "language", None),
        ("abc", {"lang": "fa", "base": "ltr"}, "ltr", "declared", None),
    ],
)
def test_base_direction_and_why(text, settings, base, kind, place):
    paragraph = one(text, **settings)
    assert (paragraph.base, paragraph.reason.kind, paragraph.reason.place) == (base, kind, place)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("سلام", "fa"), ("ښځه", "ps"), ("Hello", "en"), ("123", "en"), ("שלום", "he")],
)
def test_language_as_letters_tell(text, lang):
    assert one(text).lang == lang


def test_invisible_characters_and_partners():
    found = one("می\u200cشود \u2066a\u202eb\u202c\u2069").invisible
    assert [(mark.short, mark.place, mark.partner) for mark in found] == [
        ("ZWNJ", 2, None),
        ("LRI", 7, 12),
        ("RLO", 9, 11),
        ("PDF", 11, 9),
        ("PDI", 12, 7),
    ]
    assert [(mark.code_point, mark.name) for mark in found][:2] == [
        ("U+200C", "ZERO WIDTH NON-JOINER"),
        ("U+2066", "LEFT-TO-RIGHT ISOLATE"),
    ]


def test_each_line_is_a_paragraph():
    assert [paragraph.text for paragraph in explain("یک\r\n\n Two \u2029").paragraphs] == [
        "یک",
        " Two ",
    ]
    assert explain(" \n").paragraphs == ()
