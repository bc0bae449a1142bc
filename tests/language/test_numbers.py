from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import Locale
from toolkit.language.tables import table

# Locales whose number data are the same in our CLDR and in ICU's newer one.
LOCALES = {
    "en": "en",
    "fa": "fa_IR",
    "fa-AF": "fa_AF",
    "ps": "ps_AF",
    "ar": "ar",
    "ar-EG": "ar_EG",
    "ur": "ur",
    "ur-IN": "ur_IN",
    "he": "he",
    "de": "de",
    "hi-u-nu-deva": "hi@numbers=deva",
    "fa-u-nu-latn": "fa@numbers=latn",
    "en-u-nu-arabext": "en@numbers=arabext",
    "uz-Arab": "uz_Arab",
}
NUMBERS = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.floats(-1e15, 1e15),
    st.decimals(-(10**12), 10**12, places=5),
    st.sampled_from([0.0005, 0.0015, 0.0025, 1e21, 1.5e300, -0.0, float("nan"), float("inf")]),
)


@pytest.mark.parametrize("tag", LOCALES)
def test_numbers_and_percents_equal_icu(tag: str, icu) -> None:
    locale = Locale.parse(tag)

    @given(NUMBERS)
    def equal(value: float | Decimal) -> None:
        assert locale.number(value) == icu("number", LOCALES[tag], value)
        assert locale.percent(value) == icu("number,percent", LOCALES[tag], value)

    equal()


@pytest.mark.parametrize("tag", LOCALES)
def test_chosen_decimals_equal_icu(tag: str, icu) -> None:
    locale = Locale.parse(tag)

    @given(st.decimals(-(10**9), 10**9, places=5), st.integers(0, 4))
    def equal(value: Decimal, decimals: int) -> None:
        precision = "." + "0" * decimals if decimals else "precision-integer"
        theirs = icu(f"number,::{precision}", LOCALES[tag], value)
        assert locale.number(value, decimals=decimals) == theirs
        theirs = icu(f"number,::percent scale/100 {precision}", LOCALES[tag], value)
        assert locale.percent(value, decimals=decimals) == theirs

    equal()


@pytest.mark.parametrize("tag", ["fa", "fa-AF", "ps", "en", "de", "ur", "fa-u-nu-latn", "uz-Arab"])
def test_ranges_equal_icu(tag: str, intl) -> None:
    ends = [(3, 5), (-3, 5), (0.5, 1.25), (1999, 2026), (0, 1_000_000), (2, 3.1415)]
    calls = [("NumberFormat", tag, {}, "formatRange", [*pair]) for pair in ends]
    shown = [Locale.parse(tag).range(*pair).strip("\u2066\u2069") for pair in ends]
    assert shown == intl(calls)


@pytest.mark.parametrize("tag", table("overrides")["range"][0]["languages"])
def test_ranges_below_zero_still_differ_from_icu(tag: str, intl) -> None:
    first, last = (Locale.parse(tag).number(value) for value in (-5, -3))
    assert Locale.parse(tag).range(-5, -3) == f"\u2066{first} – {last}\u2069"
    assert intl([("NumberFormat", tag, {}, "formatRange", [-5, -3])]) == [f"{first}–{last[-1]}"]


def test_a_range_is_isolated_where_it_would_be_turned_round() -> None:
    assert Locale.parse("fa").range(3, 5) == "\u2066۳–۵\u2069"
    assert Locale.parse("en").range(3, 5) == "3–5"
    assert Locale.parse("ps").range_html(-3, 5) == '<bdi dir="ltr">\u200e-\u200e۳ – ۵</bdi>'
    assert Locale.parse("fa").range(5, 5.0001) == "\u2066۵\u2069"


def test_examples() -> None:
    assert Locale.parse("fa").number(1234567.5) == "۱٬۲۳۴٬۵۶۷٫۵"
    assert Locale.parse("fa-AF").percent(0.26) == "۲۶٪"
    assert Locale.parse("ps").number(-5) == "\u200e-\u200e۵"
    assert Locale.parse("en").number(1234567.5) == "1,234,567.5"


@pytest.mark.parametrize("tag", ["fa", "en"])
def test_a_number_without_measure_is_an_error(tag: str) -> None:
    locale, long = Locale.parse(tag), 10**500
    for show in (
        locale.number,
        locale.percent,
        locale.compact,
        locale.ordinal,
        lambda value: locale.range(1, value),
        lambda value: locale.unit(value, "minute"),
        lambda value: locale.currency(value, "USD", "name"),
        lambda value: locale.currency(value, "USD", "symbol"),
    ):
        with pytest.raises(LocaleError, match="more than 400 digits"):
            show(long)
