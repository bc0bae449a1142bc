# ruff: noqa: DTZ001 - ICU takes times without a zone
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language.reckoning import reckon
from toolkit.language.tables import table

LIMITS = {name: (each["first-day"], each["last-day"])
          for name, each in table("calendars")["limits"].items()}  # fmt: skip
# Where ICU's reckoning is ours; its data for Umm al-Qura are calculated before and after.
SAME = {
    "persian": LIMITS["persian"],
    "islamic": (date(1999, 4, 17), date(2029, 8, 10)),
    "islamic-civil": (date(622, 7, 19), date(2999, 12, 31)),
}
ICU = {"persian": "persian", "islamic": "islamic-umalqura", "islamic-civil": "islamic-civil"}


def icu_day(icu, calendar: str, day: date) -> tuple[int, ...]:
    locale = f"fa@calendar={ICU[calendar]};numbers=latn"
    text = icu("date,short", locale, datetime(day.year, day.month, day.day, 12))
    return tuple(int(part) for part in text.split()[0].split("/"))


@pytest.mark.parametrize("calendar", SAME)
def test_reckoning_equals_icu(icu, calendar: str) -> None:
    @given(st.dates(*SAME[calendar]))
    def equal(day: date) -> None:
        assert reckon(day, calendar) == icu_day(icu, calendar, day)

    equal()


@pytest.mark.slow
@pytest.mark.parametrize("calendar", SAME)
def test_reckoning_equals_icu_on_every_day_of_its_range(icu, calendar: str) -> None:
    first, last = SAME[calendar]
    first = max(first, date(1700, 1, 1))
    last = min(last, date(2299, 12, 31))
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    assert [day for day in days if reckon(day, calendar) != icu_day(icu, calendar, day)] == []


def test_umm_al_qura_is_never_more_than_two_days_from_icu(icu) -> None:
    @given(st.dates(*LIMITS["islamic"]))
    def near(day: date) -> None:
        ours = reckon(day, "islamic")
        around = [icu_day(icu, "islamic", day + timedelta(n)) for n in range(-2, 3)]
        assert ours in around or ours.day == 30

    near()


def test_umm_al_qura_still_differs_from_icu_outside_of_their_common_years(icu) -> None:
    before, after = SAME["islamic"]
    for day in (before - timedelta(1), after + timedelta(1)):
        assert reckon(day, "islamic") != icu_day(icu, "islamic", day)


@pytest.mark.parametrize("calendar", LIMITS)
def test_reckoning_keeps_the_order_of_days(calendar: str) -> None:
    @given(st.dates(*LIMITS[calendar]), st.dates(*LIMITS[calendar]))
    def ordered(one: date, other: date) -> None:
        assert (one < other) == (reckon(one, calendar) < reckon(other, calendar))

    ordered()


@pytest.mark.parametrize("calendar", LIMITS)
def test_limits_are_the_first_and_last_day_of_their_years(calendar: str) -> None:
    first, last = (reckon(day, calendar) for day in LIMITS[calendar])
    assert first[1:] == (1, 1)
    assert last[1:] in {(12, 29), (12, 30)} or LIMITS[calendar][1] == date.max


@pytest.mark.parametrize(
    ("calendar", "words"),
    [("persian", "1178 to 1600"), ("islamic", "1343 to 1500"), ("islamic-civil", "in 622")],
)
def test_outside_the_known_years_is_an_error(calendar: str, words: str) -> None:
    first, last = LIMITS[calendar]
    beyond = [first - timedelta(1), date.min]
    if last < date.max:
        beyond.append(last + timedelta(1))
    for day in beyond:
        with pytest.raises(LocaleError, match=words) as raised:
            reckon(day, calendar)
        assert raised.value.diagnostic.code == "date-out-of-range"
        assert "Gregorian" in str(raised.value)


def test_a_gregorian_day_is_itself() -> None:
    assert reckon(date(2026, 11, 22), "gregorian") == (2026, 11, 22)


@pytest.mark.parametrize("calendar", ["gregorian", *LIMITS])
def test_a_timestamp_is_reckoned_by_its_day(calendar: str) -> None:
    assert reckon(datetime(2026, 11, 22, 23), calendar) == reckon(date(2026, 11, 22), calendar)
