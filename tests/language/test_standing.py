"""Numbers, amounts and dates stand in a text of either direction without a change of order."""

from datetime import date, timedelta

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import Locale
from toolkit.language.insertion import isolated
from toolkit.language.tables import table

WORD = {"rtl": "آب", "ltr": "ab"}
ISOLATE = {"rtl": "\u2067", "ltr": "\u2066"}
CONTROLS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"))
NUMBERS = st.integers(-(10**7), 10**7) | st.decimals(-999, 999, places=2)
DAYS = st.dates(date(1950, 1, 1), date(2070, 1, 1))


def seen(text: str, base: str) -> str:
    """Return what a reader sees from left to right, as python-bidi reckons it."""
    return get_display(text, base_dir=base[0].upper()).translate(CONTROLS)


def stands(result: str, locale: Locale) -> None:
    own = locale.direction
    other = "ltr" if own == "rtl" else "rtl"
    alone = seen(f"{WORD[own]} {ISOLATE[own]}{result}\u2069 {WORD[own]}", own)
    assert seen(f"{WORD[own]} {result} {WORD[own]}", own) == alone
    here, there = f"{WORD[own]} {isolated(result, own)} {WORD[own]}", WORD[other]
    assert seen(here, own) == alone
    inserted = seen(f"{there} {isolated(result, other)} {there}", other)
    in_order = seen(f"{there} {ISOLATE[own]}{result}\u2069 {there}", other)
    assert inserted == in_order


@pytest.mark.parametrize("tag", ["fa", "fa-AF", "ps", "en"])
@given(NUMBERS, NUMBERS)
def test_numbers_stand(tag: str, one: int, other: int) -> None:
    locale = Locale.parse(tag)
    for result in (
        locale.number(one),
        locale.compact(one),
        locale.range(one, other),
        locale.currency(one, "AFN"),
        locale.currency(one, "EUR"),
        locale.unit(one, "minute"),
        locale.ordinal(abs(int(one))),
    ):
        stands(result, locale)


def test_a_number_below_zero_and_its_word_still_need_our_mark(icu) -> None:
    kind, (entry,) = "number,::unit/day unit-width-full-name", table("overrides")["lead"]
    theirs = icu(kind, "fa_IR", -5)
    assert Locale.parse("fa").unit(-5, "day") == entry["mark"] + theirs
    assert seen(f"\u2068{theirs}\u2069", "rtl") != seen(theirs, "rtl")
    assert seen(f"\u2068{entry['mark']}{theirs}\u2069", "rtl") == seen(theirs, "rtl")


@pytest.mark.parametrize("tag", ["fa", "fa-AF", "ps", "en"])
@given(DAYS)
def test_dates_stand(tag: str, day: date) -> None:
    locale = Locale.parse(tag)
    for length in ("full", "long", "medium", "year-month", "year"):
        for calendar in ("persian", "gregorian", "islamic", ("persian", "gregorian", "islamic")):
            stands(locale.date(day, length, calendar=calendar), locale)
    stands(locale.relative(day, day + timedelta(40)), locale)
