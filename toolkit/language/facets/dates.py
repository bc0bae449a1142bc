"""Dates, times and spans of time, as methods of a locale."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from toolkit.language import country
from toolkit.language.arguments import expect_clock, expect_day, expect_moment
from toolkit.language.calendar import Calendar, calendar_named, different_calendars
from toolkit.language.facets.identity import Identity
from toolkit.language.numbering import digits
from toolkit.language.zones import in_zone

if TYPE_CHECKING:
    from toolkit.language.dates import DateLength, DayLength, TimeLength

__all__ = ["Dates"]


class Dates(Identity):
    """Days and times in words, in native digits and the reader's calendar."""

    __slots__ = ()

    def relative(
        self,
        value: date,
        now: date | None = None,
        *,
        time_zone: ZoneInfo | str | None = None,
    ) -> str:
        """Return how long ago something was, or how soon it will be: ``۳ روز پیش``.

        Args:
            value: A day, or a timestamp; a day is told in days at least: ``دیروز``.
            now: The day or timestamp to tell it from; ``None``: this very moment.
            time_zone: Time zone of days and of timestamps without a zone, or its name;
                ``None``: UTC.

        Returns:
            The largest whole unit from years to seconds, in native digits.

        Raises:
            LocaleError: No time zone has the name.
        """
        from toolkit.language.relative import relative

        return relative(value, now, self.tag, self.numbering, time_zone)

    def date(
        self,
        value: date,
        length: "DateLength" = "long",
        *,
        calendar: Calendar | Sequence[Calendar] | None = None,
        time_zone: ZoneInfo | str | None = None,
    ) -> str:
        """Return a day in words.

        Args:
            value: A day, or a timestamp.  A timestamp with a zone is first read on the clocks of
                ``time_zone``; one without is taken to be that zone's wall-clock time.
            length: ``full`` (with the weekday), ``long``, ``medium``, ``short`` (in figures),
                ``year-month`` or ``year``.
            calendar: ``persian``, ``gregorian``, ``islamic`` (lunar Hijri as Umm al-Qura reckons
                it) or ``islamic-civil`` (by arithmetic); several: one date after another;
                ``None``: the locale's own.
            time_zone: Time zone of the page, or its name; ``None``: the timestamp's own.

        Returns:
            The date in native digits, such as ``۱ آذر ۱۴۰۵`` or ``۱ آذر ۱۴۰۵ / ۲۲ نوامبر ۲۰۲۶``.

        Raises:
            LocaleError: The day lies outside the calendar's known years (Solar Hijri 1178 to
                1600, Umm al-Qura 1343 to 1500), or no time zone has the name; the value is no
                date, a calendar is unknown or named twice, or no length is so called.
        """
        from toolkit.language.dates import format_date

        expect_day(value)
        day = in_zone(value, time_zone)
        first, *others = _calendars(calendar) if calendar else (self.calendar,)
        found = [format_date(day, self.tag, length, first)]
        # The weekday of the first is that of them all.
        shorter: DateLength = "long" if length == "full" else length
        found += [format_date(day, self.tag, shorter, other) for other in others]
        return digits(" / ".join(found), self.numbering)

    def time(
        self,
        value: datetime,
        length: "TimeLength" = "short",
        *,
        time_zone: ZoneInfo | str | None = None,
    ) -> str:
        """Return a timestamp's time of day, such as ``۱۴:۰۵``.

        Args:
            value: The timestamp; zones as in :meth:`date`.
            length: ``short``: hours and minutes; ``medium``: seconds too.
            time_zone: Time zone of the page, or its name; ``None``: the timestamp's own.

        Raises:
            LocaleError: No time zone has the name; the value has no time of day, or no length is
                so called.
        """
        from toolkit.language.dates import format_time

        expect_clock(value)
        return digits(format_time(in_zone(value, time_zone), self.tag, length), self.numbering)

    def date_time(
        self,
        value: datetime,
        length: "DayLength" = "long",
        *,
        calendar: Calendar | Sequence[Calendar] | None = None,
        time_zone: ZoneInfo | str | None = None,
    ) -> str:
        """Return a timestamp's day and short time in one phrase: ``۱ آذر ۱۴۰۵ ساعت ۱۴:۰۵``.

        Args:
            value: The timestamp; zones as in :meth:`date`.
            length: Length of the date: ``full``, ``long``, ``medium`` or ``short``.
            calendar: As in :meth:`date`.
            time_zone: Time zone of the page, or its name; ``None``: the timestamp's own.

        Raises:
            LocaleError: As :meth:`date` raises it, or the value has no time of day.
        """
        from toolkit.language.dates import format_date_time

        expect_moment(value)
        local = in_zone(value, time_zone)
        day = self.date(local, length, calendar=calendar)
        return format_date_time(day, self.time(local), self.tag, length)

    @property
    def first_weekday(self) -> int:
        """The day on which the week begins, from 0, Monday, as in :mod:`calendar`."""
        return country.first_weekday(self.tag)

    @property
    def time_zone(self) -> str | None:
        """Time zone of the language's country, such as ``Asia/Kabul``, where it is the only one."""
        return country.time_zone(self.tag)


def _calendars(asked: Calendar | Sequence[Calendar]) -> Sequence[Calendar]:
    if isinstance(asked, Iterable) and not isinstance(asked, str):
        return different_calendars(asked)
    return (calendar_named(asked),)
