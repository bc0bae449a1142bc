"""The instant that a date stands for."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from toolkit.article.text import Localized, by_language

__all__ = ["instant", "instants"]


def instant(moment: date, time_zone: str | None) -> datetime:
    """Return a date, with or without a time, as a timestamp with an offset.

    Args:
        moment: A day, which begins at midnight, or a timestamp.
        time_zone: Name of the zone of what says none; ``None`` for UTC.

    Returns:
        The timestamp; its ``isoformat()`` is one of RFC 3339.
    """
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(time_zone) if time_zone else UTC)
    return moment.replace(microsecond=0)


def instants(moment: Localized[date] | None, time_zone: str | None) -> list[datetime]:
    """Return the instants of a date that may differ between translations.

    Args:
        moment: One date, or one for each language, or ``None``.
        time_zone: As for :func:`instant`.
    """
    if moment is None:
        return []
    return [instant(day, time_zone) for day in by_language(moment, "").values()]
