"""Dates and times in words: solar and lunar Hijri and Gregorian, in each language's form.

Patterns are CLDR's (https://www.unicode.org/reports/tr35/tr35-dates.html#Date_Format_Patterns);
where we differ, ``data/overrides.toml`` gives the reason.
"""

import re
from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import Literal, overload
from zoneinfo import ZoneInfo

from babel.dates import DateTimeFormat, DateTimePattern, parse_pattern

from toolkit.errors import Diagnostic, LocaleError
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
    "in_zone",
    "zone_named",
]

DayLength = Literal["full", "long", "medium", "short"]
DateLength = DayLength | Literal["year-month", "year"]
TimeLength = Literal["medium", "short"]

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


@overload
def in_zone(value: datetime, zone: tzinfo | str | None) -> datetime: ...
@overload
def in_zone(value: date, zone: tzinfo | str | None) -> date: ...
def in_zone(value: date, zone: tzinfo | str | None) -> date:
    """Return a timestamp as read on the clocks of a time zone.

    Args:
        value: A day, which no zone changes; or a timestamp.  One without a zone of its own is
            taken to be the zone's wall-clock time already.
        zone: The time zone, or its name such as ``Asia/Kabul``; ``None``: as the value has it.

    Returns:
        The same day, or the timestamp in the zone.

    Raises:
        LocaleError: No zone has this name, or the result lies outside the years 1 to 9999.
    """
    if zone is None or not isinstance(value, datetime) or value.tzinfo is None:
        return value
    try:
        return value.astimezone(zone_named(zone) if isinstance(zone, str) else zone)
    except OverflowError as error:
        reason = f"{value} lies outside the years 1 to 9999 in the time zone {zone}"
        raise LocaleError(Diagnostic(code="date-out-of-range", reason=reason)) from error


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo:
    """Return the time zone of a name in the IANA database, such as ``Asia/Kabul``.

    Raises:
        LocaleError: No zone has this name.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise LocaleError(
            Diagnostic(
                code="unknown-time-zone",
                reason=f"“{name}” is not a time zone",
                remedy="Use a name such as Asia/Kabul or Asia/Tehran",
            )
        ) from error


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
        LocaleError: The day lies outside the calendar's known years.
    """
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
    """
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
    """
    return _date_time_pattern(tag, length).replace("{1}", day).replace("{0}", clock)


@lru_cache(maxsize=512)
def _date_time_pattern(tag: str, length: DayLength) -> str:
    if length in ("full", "long"):
        ours = {entry["language"]: entry["pattern"] for entry in table("overrides")["date-time"]}
        if pattern := nearest(ours, tag):
            return str(pattern)
    # CLDR's Persian patterns hold a needless U+200F, which CLDR 48 drops.
    return str(cldr(tag).datetime_formats[length]).replace("\u200f", "").replace("'", "")
