"""How long ago, or how soon: ``3 days ago``, ``۳ روز پیش``.

The patterns are CLDR's (https://www.unicode.org/reports/tr35/tr35-dates.html#Calendar_Fields);
``data/relative.toml`` has the words among them that Babel does not carry.
"""

from datetime import UTC, date, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from toolkit.language.arguments import expect_day
from toolkit.language.cldr import cldr_table
from toolkit.language.negotiation import nearest
from toolkit.language.numbers import number, rounded
from toolkit.language.plurals import counted
from toolkit.language.tables import table
from toolkit.language.zones import in_zone, zone_named

__all__ = ["relative"]

_SECONDS = {"week": 604_800, "day": 86_400, "hour": 3_600, "minute": 60}


class _Distance(NamedTuple):
    """A number of whole units from now: below 0 in the past; ``word``: it may have a name."""

    amount: int
    unit: str
    word: str | None = None


def relative(
    value: date, now: date | None, tag: str, numbering: str, time_zone: ZoneInfo | str | None
) -> str:
    """Return how long ago something was, or how soon it will be.

    Args:
        value: A day or a timestamp.
        now: The day or timestamp to tell it from; ``None``: this very moment.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.
        time_zone: Time zone of days and of timestamps without a zone, or its name; ``None``: UTC.

    Returns:
        The largest whole unit from years to seconds; for days ``yesterday`` and the like.

    Raises:
        LocaleError: No time zone has the name, or a moment lies outside the years 1 to 9999;
            or one of them is no date.
    """
    expect_day(value)
    expect_day(now or value)
    zone = zone_named(time_zone) if isinstance(time_zone, str) else time_zone or UTC
    now = now or datetime.now(zone)
    if isinstance(value, datetime) and isinstance(now, datetime):
        distance = _between_moments(_moment(value, zone), _moment(now, zone))
    else:
        distance = _between_days(_day(value, zone), _day(now, zone))
    return _words(distance, tag, numbering)


def _moment(value: datetime, zone: tzinfo) -> datetime:
    return value.replace(tzinfo=zone) if value.tzinfo is None else in_zone(value, zone)


def _day(value: date, zone: tzinfo) -> date:
    return _moment(value, zone).date() if isinstance(value, datetime) else value


def _between_days(value: date, now: date) -> _Distance:
    days = (value - now).days
    if word := {0: "today", -1: "yesterday", 1: "tomorrow"}.get(days):
        return _Distance(days, "day", word)
    return _distance(_months(value, now), days * _SECONDS["day"])


def _between_moments(value: datetime, now: datetime) -> _Distance:
    seconds = int((in_zone(value, UTC) - in_zone(now, UTC)).total_seconds())
    return _distance(_months(value, now), seconds) if seconds else _Distance(0, "second", "now")


def _months(value: date, now: date) -> int:
    """Return how many whole months of the calendar lie between, below 0 in the past."""
    if value < now:
        return -_months(now, value)
    return (value.year - now.year) * 12 + value.month - now.month - (_rest(value) < _rest(now))


def _rest(value: date) -> tuple[int, str]:
    return value.day, value.time().isoformat() if isinstance(value, datetime) else ""


def _distance(months: int, seconds: int) -> _Distance:
    if months:
        years = int(months / 12)
        return _Distance(years, "year") if years else _Distance(months, "month")
    for unit, length in _SECONDS.items():
        if abs(seconds) >= length:
            return _Distance(int(seconds / length), unit)
    return _Distance(seconds, "second")


def _words(distance: _Distance, tag: str, numbering: str) -> str:
    words = nearest(table("relative"), tag) if distance.word else None
    if words:
        return str(words[distance.word])
    count = abs(distance.amount)
    fields = cldr_table(tag, "date_fields")[distance.unit]
    forms = fields["future" if distance.amount > 0 else "past"]
    return counted(forms, rounded(count, 0), tag).replace("{0}", number(count, tag, numbering))
