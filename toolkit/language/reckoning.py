"""Converts days: the year, month and day of a date in the solar and in the lunar Hijri calendar."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.calendar import Calendar
from toolkit.language.tables import table

__all__ = ["CalendarDay", "reckon"]

_CYCLE_YEARS, _CYCLE_DAYS, _YEAR_DAYS, _LEAP_YEARS = 30, 10_631, 354, 11
_EPOCH = date(622, 7, 19).toordinal()
"""1 Muharram of the year 1 in the arithmetical calendar, a Friday."""


class CalendarDay(NamedTuple):
    """A day of some calendar: its year, and month and day from 1."""

    year: int
    month: int
    day: int


def reckon(value: date, calendar: Calendar) -> CalendarDay:
    """Return a day in another calendar.

    Args:
        value: A Gregorian day; of a timestamp, the day it tells.
        calendar: The calendar to tell it in.

    Returns:
        Its year, month and day there.

    Raises:
        LocaleError: It lies outside the years in which the reckoning is known to be right.
    """
    if calendar == "gregorian":
        return CalendarDay(value.year, value.month, value.day)
    value = date(value.year, value.month, value.day)
    limits = table("calendars")["limits"][calendar]
    if not limits["first-day"] <= value <= limits["last-day"]:
        raise LocaleError(
            Diagnostic(
                code="date-out-of-range",
                reason=f"{value} lies outside the {limits['years']}",
                remedy="Show this date in the Gregorian calendar",
            )
        )
    return _RECKONERS[calendar](value)


def _solar(value: date) -> CalendarDay:
    from persiantools.jdatetime import JalaliDate

    found = JalaliDate(value)  # type: ignore[no-untyped-call]
    return CalendarDay(found.year, found.month, found.day)


def _umm_al_qura(value: date) -> CalendarDay:
    from hijridate import Gregorian

    return CalendarDay(*Gregorian.fromdate(value).to_hijri().datetuple())


def _civil(value: date) -> CalendarDay:
    """Reckon by the arithmetical calendar: 11 leap years in each 30, months of 30 and 29 days."""
    days = value.toordinal() - _EPOCH
    year = (_CYCLE_YEARS * days + _CYCLE_DAYS + 15) // _CYCLE_DAYS
    leap_days = (_LEAP_YEARS * year + 3) // _CYCLE_YEARS
    rest = days - _YEAR_DAYS * (year - 1) - leap_days
    month = min(2 * rest // 59 + 1, 12)
    return CalendarDay(year, month, rest - (59 * (month - 1) + 1) // 2 + 1)


_RECKONERS: dict[Calendar, Callable[[date], CalendarDay]] = {
    "persian": _solar,
    "islamic": _umm_al_qura,
    "islamic-civil": _civil,
}
