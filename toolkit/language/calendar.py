"""Calendars: which one a language's readers expect, and what months and eras are called."""

from collections.abc import Iterable
from typing import Any, Literal

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.negotiation import nearest
from toolkit.language.tables import table

__all__ = [
    "Calendar",
    "calendar_id",
    "calendar_named",
    "default_calendar",
    "different_calendars",
    "era",
    "family",
    "month",
    "short_month",
]

Calendar = Literal["gregorian", "persian", "islamic", "islamic-civil"]


def calendar_named(name: str) -> Calendar:
    """Return the calendar of a name.

    Args:
        name: Our name, such as ``gregorian``, or BCP 47's, such as ``gregory`` or
            ``islamic-umalqura``
            (https://www.unicode.org/reports/tr35/#UnicodeCalendarIdentifier).

    Returns:
        The calendar.

    Raises:
        LocaleError: There is no such calendar here.
    """
    names: dict[str, Calendar] = table("calendars")["names"]
    if not isinstance(name, str) or name not in names:
        raise LocaleError(
            Diagnostic(
                code="unknown-calendar",
                reason=f"“{str(name)[:40]}” is not a calendar we know",
                remedy="Use gregorian, persian, islamic or islamic-civil",
            )
        )
    return names[name]


def different_calendars(names: Iterable[str]) -> tuple[Calendar, ...]:
    """Return the calendars of several names.

    Args:
        names: Names as for :func:`calendar_named`.

    Raises:
        LocaleError: There is no such calendar here, or one is named twice.
    """
    found = tuple(map(calendar_named, names))
    if len(set(found)) < len(found):
        reason = f"A calendar is named twice: {', '.join(found)}"
        remedy = "Keep one of them"
        raise LocaleError(Diagnostic(code="duplicate-calendar", reason=reason, remedy=remedy))
    return found


def calendar_id(calendar: Calendar) -> str:
    """Return BCP 47's name of a calendar, such as ``gregory``."""
    return str(table("calendars")["ids"][calendar])


def default_calendar(tag: str) -> Calendar:
    """Return the calendar that a language's readers expect."""
    return calendar_named(nearest(table("calendars")["default"], tag) or "gregorian")


def month(tag: str, calendar: Calendar, number: int) -> str:
    """Return the name of a Hijri month (1 to 12), solar or lunar, in a language, else English."""
    return str(_own("months", tag, calendar)[number - 1])


def short_month(tag: str, calendar: Calendar, number: int) -> str:
    """Return the abbreviated name of a Hijri month; most languages know none."""
    short: dict[str, list[str]] = table("calendars")["short-months"][family(calendar)]
    names = nearest(short, tag)
    return names[number - 1] if names else month(tag, calendar, number)


def era(tag: str, calendar: Calendar) -> str:
    """Return what a language sets after a Hijri year that its readers may not expect."""
    return str(_own("era", tag, calendar))


def _own(kind: str, tag: str, calendar: Calendar) -> Any:  # noqa: ANN401 - names or a name
    names = table("calendars")[kind][family(calendar)]
    return nearest(names, tag) or names["en"]


def family(calendar: Calendar) -> str:
    """Return whose names a calendar's months have: both lunar ones have the same."""
    return calendar.removesuffix("-civil")
