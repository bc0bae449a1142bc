"""A day as a page words it: in the calendars and the time zone of the publication."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache

from markupsafe import Markup, escape

from toolkit.article import Publication
from toolkit.errors import LocaleError, Report
from toolkit.language import Locale
from toolkit.language.calendar import Calendar
from toolkit.language.negotiation import nearest
from toolkit.language.reckoning import reckon
from toolkit.language.zones import in_zone

__all__ = ["dateline"]


def dateline(value: date, locale: Locale, publication: Publication, report: Report) -> Markup:
    """Return a day in the reader's words, its ISO 8601 form beside it for machines.

    Args:
        value: A day or a timestamp.
        locale: The reader's locale.
        publication: Names the time zone, and calendars by language: ``fa`` serves ``fa-AF`` too.
        report: Receives a warning for each calendar that does not know the day; the others are
            shown, or else the Gregorian one.

    Returns:
        A ``time`` element with one date such as ``۱ آذر ۱۴۰۵``, or with two, each in a ``span``
        that can be kept on one line.
    """
    day = in_zone(value, publication.time_zone)
    wanted = nearest(publication.calendars, locale.tag) or (locale.calendar,)
    calendars = tuple(_fitting(day, wanted, report)) or ("gregorian",)
    # One instant is not one day in all time zones, though its timestamps are equal.
    words = _worded(date(day.year, day.month, day.day), calendars, locale)
    machine = escape(value.isoformat())
    return Markup(f'<time datetime="{machine}">{words}</time>')  # noqa: S704 - escaped


@lru_cache(maxsize=4096)
def _worded(day: date, calendars: tuple[Calendar, ...], locale: Locale) -> Markup:
    """Return a day in the reader's words: articles and lists name the same days often."""
    dates = [locale.date(day, "long", calendar=calendar) for calendar in calendars]
    if len(dates) > 1:
        dates = [Markup("<span>{}</span>").format(each) for each in dates]
    return Markup(" / ").join(dates)


def _fitting(day: date, calendars: tuple[Calendar, ...], report: Report) -> Iterator[Calendar]:
    for calendar in calendars:
        try:
            reckon(day, calendar)
        except LocaleError as error:
            report(replace(error.diagnostic, severity="warning"))
        else:
            yield calendar
