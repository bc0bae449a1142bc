from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import Locale
from toolkit.language.tables import table

LOCALES = {"fa": "fa_IR", "fa-AF": "fa_AF", "ps": "ps_AF", "en": "en", "de": "de"}
CODES = ["AFN", "IRR", "USD", "EUR", "SAR", "GBP", "JPY", "TJS", "KWD"]
AMOUNTS = st.decimals(-(10**9), 10**9, places=2)


def ours_named(tag: str) -> set[str]:
    return {entry["code"] for entry in table("overrides")["currency"]
            if entry["language"] == tag.split("-")[0]}  # fmt: skip


@pytest.mark.parametrize("tag", LOCALES)
def test_amounts_by_name_equal_icu_save_our_overrides(tag: str, icu) -> None:
    locale = Locale.parse(tag)

    @given(AMOUNTS | st.sampled_from([0, 1, -1, 2, 1.0]), st.sampled_from(CODES))
    def equal(value: Decimal, code: str) -> None:
        if code not in ours_named(tag):
            kind = f"number,::currency/{code} unit-width-full-name"
            theirs = icu(kind, LOCALES[tag], value)
            assert locale.currency(value, code, "name").removeprefix("\u200f") == theirs

    equal()


@pytest.mark.parametrize("tag", ["en", "de"])  # CLDR 48 has another pattern for fa, and $ for ps
def test_amounts_with_symbols_equal_icu(tag: str, icu) -> None:
    locale = Locale.parse(tag)

    @given(AMOUNTS, st.sampled_from(CODES))
    def equal(value: Decimal, code: str) -> None:
        theirs = icu(f"number,::currency/{code}", LOCALES[tag], value)
        assert locale.currency(value, code, "symbol") == theirs

    equal()


@pytest.mark.parametrize("entry", table("overrides")["currency"], ids=lambda e: e["code"])
def test_each_override_of_a_currency_still_differs_from_icu(icu, entry: dict[str, str]) -> None:
    kind = f"number,::currency/{entry['code']} unit-width-full-name"
    theirs = icu(kind, LOCALES[entry["language"]], 5)
    assert Locale.parse(entry["language"]).currency(5, entry["code"]) == f"۵ {entry['ours']}"
    assert theirs != f"۵ {entry['ours']}"
    assert entry["reason"]


@pytest.mark.parametrize(
    ("tag", "value", "code", "text"),
    [
        ("fa", 500_000, "IRR", "۵۰۰٬۰۰۰ ریال"),
        ("fa", 20, "AFN", "۲۰ افغانی"),
        ("fa-AF", 20, "AFN", "۲۰ افغانی"),
        ("fa-AF", 5, "EUR", "۵٫۰۰ یورو"),
        ("ps", 20, "AFN", "۲۰ افغانۍ"),
        ("en", 5, "USD", "$5.00"),
        ("en", 20, "AFN", "AFN\u00a020"),
        ("en", 5, "XQQ", "XQQ\u00a05.00"),
        ("fa", 5, "XQQ", "۵٫۰۰ XQQ"),
        ("fa-u-nu-latn", 20, "AFN", "20 افغانی"),
    ],
)
def test_amounts_as_readers_expect_them(tag: str, value: int, code: str, text: str) -> None:
    assert Locale.parse(tag).currency(value, code) == text


def test_decimals_of_an_amount_can_be_chosen() -> None:
    assert Locale.parse("fa-AF").currency(5, "EUR", decimals=0) == "۵ یورو"
    assert Locale.parse("en").currency(1, "USD", "name", decimals=0) == "1 US dollar"
    assert Locale.parse("en").currency(1, "USD", "name") == "1.00 US dollars"


@pytest.mark.parametrize("code", ["", "usd", "US", "EURO", "€", "<b>", "۱۲۳"])
def test_only_codes_of_three_capitals_are_taken(code: str) -> None:
    with pytest.raises(LocaleError, match="currency"):
        Locale.parse("fa").currency(5, code)


@pytest.mark.parametrize("decimals", [-1, 21, 10**9])
def test_so_many_decimals_cannot_be_shown(decimals: int) -> None:
    for show in (Locale.parse("fa").number, Locale.parse("fa").percent):
        with pytest.raises(LocaleError, match="decimals"):
            show(0.5, decimals=decimals)
