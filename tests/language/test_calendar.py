# ruff: noqa: DTZ001 - ICU and wall clocks take times without a zone
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language.calendar import default_calendar, era, month, solar

FIRST, LAST = date(1799, 3, 21), date(2222, 3, 20)
DAYS = st.dates(FIRST, LAST)


def icu_solar(icu, day: date) -> tuple[int, ...]:
    text = icu("date,short", "fa@numbers=latn", datetime(day.year, day.month, day.day, 12))
    return tuple(int(part) for part in text.split("/"))


def test_solar_hijri_equals_icu(icu) -> None:
    @given(DAYS)
    def equal(day: date) -> None:
        assert solar(day) == icu_solar(icu, day)

    equal()


@pytest.mark.slow
def test_solar_hijri_equals_icu_on_every_day_of_its_range(icu) -> None:
    days = (FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1))
    assert [day for day in days if solar(day) != icu_solar(icu, day)] == []


@given(DAYS, DAYS)
def test_solar_hijri_keeps_the_order_of_days(one: date, other: date) -> None:
    assert (one < other) == (solar(one) < solar(other))


@pytest.mark.parametrize("day", [FIRST - timedelta(1), LAST + timedelta(1), date.min, date.max])
def test_outside_the_known_years_is_an_error(day: date) -> None:
    with pytest.raises(LocaleError, match="1178 to 1600") as raised:
        solar(day)
    assert raised.value.diagnostic.code == "date-out-of-range"
    assert "Gregorian" in str(raised.value)


def test_limits_are_the_first_and_last_day_of_their_years() -> None:
    assert solar(FIRST) == (1178, 1, 1)
    assert solar(LAST) == (1600, 12, 29)


def test_month_names() -> None:
    assert [month(tag, 9) for tag in ("fa", "fa-AF", "ps", "en", "en-AF", "de", "uz-Arab")] == [
        "آذر", "قوس", "لیندۍ", "Azar", "Qaws", "Azar", "قوس",
    ]  # fmt: skip
    assert era("en-GB") == "AP"
    assert era("ar") == "ه\u200d.ش"


def test_default_calendars() -> None:
    persian = {tag for tag in ("en", "fa", "fa-AF", "fa-DE", "ps", "ps-PK", "ar", "uz-Arab", "ckb")
               if default_calendar(tag) == "persian"}  # fmt: skip
    assert persian == {"fa", "fa-AF", "fa-DE", "ps"}
