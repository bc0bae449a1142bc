"""Time zones: what the clocks of one show, by the IANA database (https://www.iana.org/time-zones)."""

from datetime import date, datetime, tzinfo
from functools import lru_cache
from typing import overload
from zoneinfo import ZoneInfo

from toolkit.errors import Diagnostic, LocaleError

__all__ = ["in_zone", "zone_named"]


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
