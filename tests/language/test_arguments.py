# ruff: noqa: DTZ001 - wall clocks take times without a zone
"""What callers give by mistake is refused with a reason and a way out, never a bare error."""

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest

from toolkit.errors import LocaleError
from toolkit.language import Locale

DAY, MOMENT = date(2026, 11, 22), datetime(2026, 11, 22, 14, 5)


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (lambda it: it.date(DAY, "foo"), "unknown-choice", "“foo” is not a length of a date"),
        (lambda it: it.date(DAY, ["full"]), "unknown-choice", "full, long, medium, short"),
        (lambda it: it.time(MOMENT, "foo"), "unknown-choice", "medium, short"),
        (lambda it: it.date_time(MOMENT, "year"), "unknown-choice", "“year”"),
        (lambda it: it.date(DAY, calendar="hebrew"), "unknown-calendar", "“hebrew”"),
        (lambda it: it.date(DAY, calendar=5), "unknown-calendar", "“5”"),
        (lambda it: it.date(DAY, calendar=["persian", "hebrew"]), "unknown-calendar", "“hebrew”"),
        (lambda it: it.date(DAY, calendar=["persian"] * 2), "duplicate-calendar", "persian"),
        (lambda it: it.date(DAY, calendar=["gregory", "gregorian"]), "duplicate-calendar", "twice"),
        (lambda it: it.list(["a", "b"], "xor"), "unknown-choice", "“xor”"),
        (lambda it: it.list_html(["a", "b"], "xor"), "unknown-choice", "and, or"),
        (lambda it: it.date("2026-11-22"), "bad-date", "date.fromisoformat"),
        (lambda it: it.date(None), "bad-date", "“None” (NoneType)"),
        (lambda it: it.date_time(DAY), "bad-date", "a time of day"),
        (lambda it: it.date_time("2026-11-22"), "bad-date", "datetime.fromisoformat"),
        (lambda it: it.time(DAY), "bad-date", "a time of day"),
        (lambda it: it.relative("yesterday"), "bad-date", "“yesterday”"),
        (lambda it: it.relative(DAY, "today"), "bad-date", "“today”"),
        (lambda it: it.number("5"), "bad-number", "“5” (str) is not a number"),
        (lambda it: it.number(True), "bad-number", "“True” (bool) is not a number"),
        (lambda it: it.number(None), "bad-number", "Give an int, float or Decimal"),
        (lambda it: it.number(Fraction(1, 3)), "bad-number", "“1/3” (Fraction)"),
        (lambda it: it.number(10**500), "bad-number", "more than 400 digits"),
        (lambda it: it.number(5, decimals="2"), "bad-decimals", "Ask for 0 to 20"),
        (lambda it: it.percent("5"), "bad-number", "“5”"),
        (lambda it: it.compact("5"), "bad-number", "“5”"),
        (lambda it: it.compact(5, "tiny"), "unknown-choice", "“tiny”"),
        (lambda it: it.currency("5", "AFN"), "bad-number", "“5”"),
        (lambda it: it.currency(5, "AFN", "coin"), "unknown-choice", "name, symbol"),
        (lambda it: it.unit(True, "minute"), "bad-number", "“True”"),
        (lambda it: it.unit(5, "minute", "tiny"), "unknown-choice", "long, short, narrow"),
        (lambda it: it.ordinal("5"), "bad-number", "“5”"),
        (lambda it: it.range("1", "2"), "bad-number", "“1”"),
        (lambda _: Locale.parse(5), "bad-tag", "“5"),
    ],
)
@pytest.mark.parametrize("tag", ["fa", "en"])
def test_a_mistaken_argument_is_refused(tag, call, code, words):
    with pytest.raises(LocaleError) as caught:
        call(Locale.parse(tag))
    found = caught.value.diagnostic
    assert (found.code, words in str(found), bool(found.remedy)) == (code, True, True), str(found)


@pytest.mark.parametrize("value", [5, 5.0, Decimal(5)])
def test_every_kind_of_number_is_written(value):
    assert Locale.parse("fa").number(value) == "۵"


def test_a_calendar_goes_by_either_of_its_names():
    english = Locale.parse("en")
    assert english.date(DAY, calendar="gregory") == english.date(DAY, calendar="gregorian")
    assert english.date(DAY, calendar=("gregorian", "persian")).count(" / ") == 1


def test_a_time_without_a_day_has_a_time_of_day():
    assert Locale.parse("fa").time(time(14, 5)) == "۱۴:۰۵"
