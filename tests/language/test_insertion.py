import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import CatalogueError
from toolkit.language.insertion import Pattern, balanced, isolated

CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HOSTILE = st.text(st.one_of(st.sampled_from(CONTROLS + " aا۵.«\n\u2029"), st.characters()))


@given(HOSTILE)
def test_isolates_are_balanced_whatever_the_value(is_balanced, value: str) -> None:
    for direction in ("ltr", "rtl"):
        inserted = isolated(value, direction)
        assert is_balanced(inserted)
        assert len(inserted.splitlines()) <= 1


@given(HOSTILE)
def test_balancing_changes_nothing_else(value: str) -> None:
    def bare(text: str) -> str:
        return text.replace("\u2069", "")

    assert bare(balanced(value)) == bare(" ".join(value.splitlines()))
    assert balanced(balanced(value)) == balanced(value)


@pytest.mark.parametrize(
    ("value", "ltr_is_bare", "rtl_is_bare"),
    [
        ("Kabul", True, False),
        ("کابل", False, True),
        ("می\u200cرود", False, True),
        ("خانهٔ", False, True),
        ("کابل، هرات", False, True),
        ("Kabul, 2026 A", True, False),
        ("C++", False, False),
        ("کووید ۱۹", False, False),
        ("کابل (Kabul) شهر", False, False),
        ("۱۴۰۵", False, False),
        ("«کابل»", False, False),
        ("a\u202eb", False, False),
        ("ا\u200eا", False, False),
        ("שלום", False, True),
    ],
)
def test_a_value_is_bare_where_it_disturbs_nothing(
    value: str, ltr_is_bare: bool, rtl_is_bare: bool
) -> None:
    enclosed = f"\u2068{value}\u2069"
    assert isolated(value, "ltr") == (value if ltr_is_bare else enclosed)
    assert isolated(value, "rtl") == (value if rtl_is_bare else enclosed)


def test_no_value_leaves_no_isolate() -> None:
    assert isolated("", "rtl") == ""


def test_a_pattern_is_taken_apart() -> None:
    pattern = Pattern.parse("Page {page} of {total}.")
    assert pattern.literals == ("Page ", " of ", ".")
    assert pattern.names == ("page", "total")
    assert pattern.apart
    assert not Pattern.parse("{page}/{total}").apart
    assert Pattern.parse("{n}").apart


@pytest.mark.parametrize(
    "text", ["{", "}", "{0}", "{Title}", "{a.b}", "{a!r}", "{a:>9}", "{{a}}", "{ a }"]
)
def test_a_stray_brace_is_an_error(text: str) -> None:
    with pytest.raises(CatalogueError, match="placeholder"):
        Pattern.parse(text)


@given(st.text("{}ab_0 "))
def test_any_text_is_a_pattern_or_an_error(text: str) -> None:
    try:
        pattern = Pattern.parse(text)
    except CatalogueError:
        return
    names = [f"{{{name}}}" for name in pattern.names] + [""]
    assert (
        "".join(part for pair in zip(pattern.literals, names, strict=True) for part in pair) == text
    )
