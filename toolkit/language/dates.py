"""Dates and times in words: solar and lunar Hijri and Gregorian, in each language's form.

Patterns are CLDR's (https://www.unicode.org/reports/tr35/tr35-dates.html#Date_Format_Patterns);
where we differ, ``data/overrides.toml`` gives the reason.
"""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, get_args

from babel.dates import DateTimeFormat, DateTimePattern, parse_pattern

from toolkit.language.arguments import expect_choice
from toolkit.language.calendar import Calendar, default_calendar, era, family, month, short_month
from toolkit.language.cldr import cldr
from toolkit.language.negotiation import nearest
from toolkit.language.reckoning import reckon
from toolkit.language.tables import table

__all__ = [
    "DateLength",
    "DayLength",
    "TimeLength",
    "format_date",
    "format_date_time",
    "format_time",
]

DayLength = Literal["full", "long", "medium", "short"]
DateLength = Literal[DayLength, "year-month", "year"]
TimeLength = Literal["medium", "short"]

_DAY_LENGTHS, _DATE_LENGTHS, _TIME_LENGTHS = map(get_args, (DayLength, DateLength, TimeLength))
_TWO_DIGIT_YEAR = re.compile("(?<!y)yy(?!y)")
_SKELETONS = {"year-month": "yMMMM", "year": "y"}


class _HijriFormat(DateTimeFormat):
    """Babel's date fields, with day, month, year and era of a Hijri calendar."""

    def __init__(self, value: date, tag: str, calendar: Calendar) -> None:
        super().__init__(value, cldr(tag))
        self.day = reckon(value, calendar)
        self.tag = tag
        self.calendar = calendar

    def __getitem__(self, name: str) -> str:
        field, width = name[0], len(name)
        if field == "y":
            return self.format(self.day.year, width)
        if field == "d":
            return self.format(self.day.day, width)
        if field == "G":
            return era(self.tag, self.calendar)
        if field in "ML":
            return self._month(width)
        return super().__getitem__(name)

    def _month(self, width: int) -> str:
        number = self.day.month
        if width < 3:
            return self.format(number, width)
        named = short_month if width == 3 else month
        return named(self.tag, self.calendar, number)


def format_date(value: date, tag: str, length: DateLength, calendar: Calendar) -> str:
    """Return a day in words, in ASCII digits.

    Args:
        value: The day.
        tag: BCP 47 tag of the language.
        length: How long; ``year-month`` and ``year`` leave out what is smaller.
        calendar: The calendar.

    Returns:
        The date, such as ``1 آذر 1405``.

    Raises:
        LocaleError: The day lies outside the calendar's known years, or no length is so called.
    """
    expect_choice(length, _DATE_LENGTHS, "a length of a date")
    day = date(value.year, value.month, value.day)
    pattern = _date_pattern(tag, length, calendar)
    if calendar == "gregorian":
        return pattern % DateTimeFormat(day, cldr(tag))
    return pattern % _HijriFormat(day, tag, calendar)


@lru_cache(maxsize=512)
def _date_pattern(tag: str, length: DateLength, calendar: Calendar) -> DateTimePattern:
    ours = {
        entry["language"]: entry[length]
        for entry in table("overrides")["date"]
        if entry["calendar"] == family(calendar) and length in entry
    }
    if pattern := nearest(ours, tag) or _hijri_pattern(tag, length, calendar):
        return parse_pattern(pattern)
    if calendar == "gregorian" or default_calendar(tag) == calendar:
        return parse_pattern(_gregorian_pattern(tag, length))
    return parse_pattern(_TWO_DIGIT_YEAR.sub("y", _gregorian_pattern(tag, length)) + " G")


def _hijri_pattern(tag: str, length: DateLength, calendar: Calendar) -> str | None:
    if calendar == "gregorian":
        return None
    patterns: dict[str, dict[str, str]] = table("calendars")["patterns"][family(calendar)]
    return (nearest(patterns, tag) or {}).get(length)


def _gregorian_pattern(tag: str, length: DateLength) -> str:
    data = cldr(tag)
    skeleton = _SKELETONS.get(length)
    return str(data.datetime_skeletons[skeleton] if skeleton else data.date_formats[length])


def format_time(value: datetime, tag: str, length: TimeLength) -> str:
    """Return a time of day, in ASCII digits.

    Args:
        value: The time.
        tag: BCP 47 tag of the language.
        length: ``short``: hours and minutes; ``medium``: seconds too.

    Returns:
        The time, such as ``14:05`` or ``2:05 PM``.

    Raises:
        LocaleError: No length is so called.
    """
    expect_choice(length, _TIME_LENGTHS, "a length of a time")
    return str(cldr(tag).time_formats[length].apply(value, cldr(tag)))


def format_date_time(day: str, clock: str, tag: str, length: DayLength) -> str:
    """Join a date and a time of day in one phrase.

    Args:
        day: The date in words.
        clock: The time of day.
        tag: BCP 47 tag of the language.
        length: The date's length.

    Returns:
        Such as ``1 آذر 1405 ساعت 14:05``.

    Raises:
        LocaleError: No length is so called.
    """
    expect_choice(length, _DAY_LENGTHS, "a length of a date with its time")
    return _date_time_pattern(tag, length).replace("{1}", day).replace("{0}", clock)


@lru_cache(maxsize=512)
def _date_time_pattern(tag: str, length: DayLength) -> str:
    if length in ("full", "long"):
        ours = {entry["language"]: entry["pattern"] for entry in table("overrides")["date-time"]}
        if pattern := nearest(ours, tag):
            return str(pattern)
    # CLDR's Persian patterns hold a needless U+200F, which CLDR 48 drops.
    return str(cldr(tag).datetime_formats[length]).replace("\u200f", "").replace("'", "")
