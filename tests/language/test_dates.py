# ruff: noqa: DTZ001 - ICU and wall clocks take times without a zone
from datetime import date, datetime, timedelta

import pytest

from toolkit.language import Locale
from toolkit.language.calendar import family
from toolkit.language.tables import table

LOCALES = {"fa": "fa_IR", "fa-AF": "fa_AF", "ps": "ps_AF", "en": "en"}
ICU_CALENDARS = {
    "persian": "persian",
    "gregorian": "gregorian",
    "islamic": "islamic-umalqura",
    "islamic-civil": "islamic-civil",
}
OFFERED = [(tag, calendar) for tag in LOCALES for calendar in ICU_CALENDARS]
OFFERED += [("ar", "islamic"), ("ar", "islamic-civil")]
OTHERS = {"ar": "ar", "ur": "ur", "he": "he", "de": "de", "en-GB": "en_GB", "fr": "fr"}
LENGTHS = {
    "full": "date,full",
    "long": "date,long",
    "medium": "date,medium",
    "short": "date,short",
    "year-month": "date,::yMMMM",
    "year": "date,::y",
}
NOON = datetime(2026, 11, 22, 12, 0)


def overridden(tag: str, calendar: str) -> set[str]:
    return {
        length
        for entry in table("overrides")["date"]
        for length in LENGTHS.keys() & entry.keys()
        if entry["calendar"] == family(calendar) and tag.split("-")[0] == entry["language"]
    }


def with_our_months(tag: str, text: str) -> str:
    for entry in table("overrides")["month"]:
        if entry["language"] == tag:
            text = text.replace(entry["cldr"], entry["ours"])
    return text


def days(calendar: str, step: int = 1):
    """Yield days from 1950 to 2099, for Umm al-Qura those on which ICU's data are ours."""
    first, last = date(1950, 1, 1), date(2099, 12, 31)
    if calendar == "islamic":
        first, last = date(1999, 4, 17), date(2029, 8, 10)
    noon = datetime(first.year, first.month, first.day, 12)
    return (noon + timedelta(number) for number in range(0, (last - first).days + 1, step))


def differences(icu, tag: str, calendar: str, days):
    locale = Locale.parse(tag)
    theirs = f"{(LOCALES | OTHERS)[tag]}@calendar={ICU_CALENDARS[calendar]}"
    kinds = [(length, kind) for length, kind in LENGTHS.items()
             if length not in overridden(tag, calendar)]  # fmt: skip
    for day in days:
        for length, kind in kinds:
            ours = locale.date(day, length, calendar=calendar)
            expected = with_our_months(tag, icu(kind, theirs, day))
            if ours != expected:
                yield day.date(), length, ours, expected


@pytest.mark.parametrize(("tag", "calendar"), OFFERED)
def test_dates_equal_icu_save_our_overrides(icu, tag: str, calendar: str) -> None:
    assert list(differences(icu, tag, calendar, days(calendar, 211)))[:5] == []


@pytest.mark.slow
@pytest.mark.parametrize(("tag", "calendar"), OFFERED)
def test_dates_equal_icu_on_every_day(icu, tag: str, calendar: str) -> None:
    assert list(differences(icu, tag, calendar, days(calendar)))[:5] == []


@pytest.mark.parametrize("tag", OTHERS)
def test_gregorian_dates_of_other_languages_equal_icu(icu, tag: str) -> None:
    year = [NOON + timedelta(number) for number in range(366)]
    assert list(differences(icu, tag, "gregorian", year))[:5] == []


@pytest.mark.parametrize("entry", table("overrides")["date"], ids=lambda e: e["reason"][:30])
def test_each_override_still_differs_from_icu(icu, entry: dict[str, str]) -> None:
    locale, calendar = Locale.parse(entry["language"]), entry["calendar"]
    theirs = f"{LOCALES[entry['language']]}@calendar={ICU_CALENDARS[calendar]}"
    for length in LENGTHS.keys() & entry.keys():
        ours = locale.date(NOON, length, calendar=calendar)
        assert ours != icu(LENGTHS[length], theirs, NOON), length
    assert entry["reason"]


@pytest.mark.parametrize("entry", table("overrides")["month"], ids=lambda e: e["ours"])
def test_each_override_of_a_month_still_differs_from_icu(icu, entry: dict[str, str]) -> None:
    there = f"{LOCALES[entry['language']]}@calendar={ICU_CALENDARS[entry['calendar']]}"
    theirs = [icu("date,::MMMM", there, NOON + timedelta(29.6 * n)) for n in range(12)]
    theirs = [name.removeprefix("د ") for name in theirs]
    assert entry["cldr"] in theirs
    assert entry["ours"] not in theirs


@pytest.mark.parametrize(
    ("tag", "length", "expected"),
    [
        ("fa", "full", "یکشنبه ۱ آذر ۱۴۰۵"),
        ("fa-AF", "full", "یکشنبه ۱ قوس ۱۴۰۵"),
        ("ps", "full", "يونۍ ۱ لیندۍ ۱۴۰۵"),
        ("en", "full", "Sunday, November 22, 2026"),
        ("fa", "year-month", "آذر ۱۴۰۵"),
        ("fa-AF", "short", "۱۴۰۵/۹/۱"),
        ("ps", "year", "۱۴۰۵"),
        ("en-u-ca-persian", "long", "Azar 1, 1405 AP"),
        ("en-AF-u-ca-persian", "long", "Qaws 1, 1405 AP"),
        ("fa-AF-u-ca-gregory", "long", "۲۲ نومبر ۲۰۲۶"),
        ("ps-u-ca-gregory", "full", "يونۍ ۲۲ نومبر ۲۰۲۶"),
        ("ps-PK-u-ca-persian", "long", "۱ لیندۍ ۱۴۰۵"),
        ("ar-u-ca-persian", "long", "1 آذر 1405 ه\u200d.ش"),
        ("de-u-ca-persian", "short", "01.09.1405 AP"),
    ],
)
def test_examples(tag: str, length: str, expected: str) -> None:
    assert Locale.parse(tag).date(date(2026, 11, 22), length) == expected


def test_a_month_with_its_year_takes_the_ezafe() -> None:
    fa = Locale.parse("fa-u-ca-gregory")
    assert fa.date(date(2019, 1, 5), "year-month") == "ژانویهٔ ۲۰۱۹"


@pytest.mark.parametrize("tag", LOCALES | OTHERS)
def test_times_equal_icu(icu, tag: str) -> None:
    for minute in range(0, 24 * 60, 7):
        value = datetime(2026, 11, 22) + timedelta(minutes=minute, seconds=minute % 60)
        for length in ("short", "medium"):
            ours = Locale.parse(tag).time(value, length)
            assert ours == icu(f"time,{length}", (LOCALES | OTHERS)[tag], value)


@pytest.mark.parametrize("tag", ["en", "fa", "fa-AF"])
def test_date_and_time_equal_icu(icu, tag: str) -> None:
    assert Locale.parse(tag).date_time(NOON) == icu("date,::yMMMMdjm", LOCALES[tag], NOON)


def test_date_and_time_in_pashto_is_joined_as_icu_does(icu) -> None:
    assert Locale.parse("ps").date_time(NOON) == "۱ لیندۍ ۱۴۰۵ په ۱۲:۰۰"
    assert icu("date,::yMMMMdjm", "ps_AF", NOON).endswith(" په ۱۲:۰۰")
    assert Locale.parse("de").date_time(NOON, "medium") == "22.11.2026, 12:00"
