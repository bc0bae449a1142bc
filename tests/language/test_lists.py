import pytest
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from toolkit.language import Locale
from toolkit.language.lists import join
from toolkit.language.tables import table


@pytest.mark.parametrize(
    ("tag", "both", "three", "either"),
    [
        ("en", "a and b", "a, b, and c", "a or b"),
        ("fa", "الف و ب", "الف، ب، و پ", "الف یا ب"),
        ("fa-AF", "الف و ب", "الف، ب، و پ", "الف یا ب"),
        ("ps", "الف او ب", "الف، ب، او پ", "الف یا ب"),
    ],
)
def test_lists(tag: str, both: str, three: str, either: str) -> None:
    locale = Locale.parse(tag)
    items = ["a", "b", "c"] if tag == "en" else ["الف", "ب", "پ"]
    assert locale.list(items[:2]) == both
    assert locale.list(items) == three
    assert locale.list(items[:2], "or") == either
    assert locale.list(items[:1]) == items[0]
    assert locale.list([]) == ""


@given(st.lists(st.sampled_from(["a", "b", "{0}", "{1}", "c c"]), max_size=8))
@pytest.mark.parametrize("tag", ["en", "en-GB", "de", "fa", "ar", "ckb"])
def test_lists_are_babels(tag: str, items: list[str]) -> None:
    letters = [f"<{number}>" for number in range(len(items))]
    theirs = format_list(letters, locale=tag.replace("-", "_")).replace("\u200f", "")
    for letter, item in zip(letters, items, strict=True):
        theirs = theirs.replace(letter, item)
    assert "".join(join(items, tag, "and")) == theirs


def test_items_of_the_other_direction_are_isolated() -> None:
    assert Locale.parse("fa").list(["علی", "Sara", "رضا"]) == "علی، \u2068Sara\u2069، و رضا"


def test_items_in_html_are_escaped_and_isolated() -> None:
    markup = Locale.parse("fa").list_html(["<b>", Markup("<a>x</a>")])
    assert markup == "<bdi>&lt;b&gt;</bdi> و <bdi><a>x</a></bdi>"
    assert isinstance(markup, Markup)
    assert Locale.parse("fa").list_html([]) == Markup()


def overridden(tag: str, style: str) -> bool:
    return any(entry["style"] == style and entry["language"] == tag
               for entry in table("overrides")["list"])  # fmt: skip


STYLES = {"and": "conjunction", "or": "disjunction"}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("tag", ["fa", "fa-AF", "ps", "en", "ar", "ur", "de"])
def test_lists_equal_icu_save_our_overrides_and_controls(tag: str, style: str, intl) -> None:
    items = list("abcde") if tag in ("en", "de") else list("ابپتث")
    calls = [
        ("ListFormat", tag, {"type": STYLES[style]}, "format", [items[:count]])
        for count in range(1, 6)
    ]
    # CLDR's U+200F is for Latin items in Persian; ours are isolated instead.
    theirs = [text.replace("\u200f", "") for text in intl(calls)]
    ours = [Locale.parse(tag).list(items[:count], style) for count in range(1, 6)]
    assert (ours == theirs) != overridden(tag, style), (ours, theirs)
