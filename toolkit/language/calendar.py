"""Calendars: which one a language's readers expect, and the Solar Hijri one's years and months."""

from datetime import date
from typing import Literal, NamedTuple

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.negotiation import nearest
from toolkit.language.tables import table

__all__ = ["Calendar", "SolarDate", "calendar_named", "default_calendar", "era", "month", "solar"]

Calendar = Literal["gregorian", "persian"]

_NAMES: dict[str, Calendar] = {
    "gregorian": "gregorian",
    "gregory": "gregorian",
    "persian": "persian",
}


class SolarDate(NamedTuple):
    """A day of the Solar Hijri calendar: its year, and month and day from 1."""

    year: int
    month: int
    day: int


def calendar_named(name: str) -> Calendar:
    """Return the calendar of a name.

    Args:
        name: ``gregorian``, ``gregory`` (its name in BCP 47) or ``persian``.

    Returns:
        The calendar.

    Raises:
        LocaleError: There is no such calendar here.
    """
    if name not in _NAMES:
        raise LocaleError(
            Diagnostic(
                code="unknown-calendar",
                reason=f"“{name}” is not a calendar we know",
                remedy="Use gregorian or persian",
            )
        )
    return _NAMES[name]


def default_calendar(tag: str) -> Calendar:
    """Return the calendar that a language's readers expect."""
    return calendar_named(nearest(table("calendars")["default"], tag) or "gregorian")


def month(tag: str, number: int) -> str:
    """Return the name of a Solar Hijri month (1 to 12) in a language, else in English."""
    names: dict[str, list[str]] = table("calendars")["persian"]["months"]
    return (nearest(names, tag) or names["en"])[number - 1]


def era(tag: str) -> str:
    """Return what a language sets after a Solar Hijri year that its readers may not expect."""
    names: dict[str, str] = table("calendars")["persian"]["era"]
    return nearest(names, tag) or names["en"]


def solar(value: date) -> SolarDate:
    """Return a day in the Solar Hijri calendar.

    Args:
        value: A Gregorian day.

    Returns:
        Its Solar Hijri year, month and day.

    Raises:
        LocaleError: It lies outside the years in which the arithmetic is known to be right.
    """
    from persiantools.jdatetime import JalaliDate

    limits = table("calendars")["persian"]
    if not limits["first-day"] <= value <= limits["last-day"]:
        raise LocaleError(
            Diagnostic(
                code="date-out-of-range",
                reason=f"{value} lies outside the Solar Hijri years 1178 to 1600",
                remedy="Show this date in the Gregorian calendar",
            )
        )
    found = JalaliDate(value)  # type: ignore[no-untyped-call]
    return SolarDate(found.year, found.month, found.day)
