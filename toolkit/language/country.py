"""What goes with a language's country: the day its week begins on, its time zone."""

from functools import lru_cache

from toolkit.language.cldr import cldr
from toolkit.language.tables import table
from toolkit.language.tag import Tag, likely_territory

__all__ = ["first_weekday", "time_zone"]


@lru_cache(maxsize=256)
def first_weekday(tag: str) -> int:
    """Return the day on which the week begins where a language is mostly spoken.

    Args:
        tag: A BCP 47 tag.

    Returns:
        The day from 0, Monday: CLDR's for the country, or for the world where it says none.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    parts, country = Tag.parse(tag), _country(tag)
    there = f"{parts.language}-{parts.script}-{country}" if country else tag
    return cldr(there).first_week_day


@lru_cache(maxsize=256)
def time_zone(tag: str) -> str | None:
    """Return the time zone of a language's country, where we know it to be the only one.

    Args:
        tag: A BCP 47 tag.

    Returns:
        Such as ``Asia/Kabul`` for ``fa-AF`` and ``ps``, or ``None``.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    zones: dict[str, str] = table("zones")
    return zones.get(_country(tag) or "")


def _country(tag: str) -> str | None:
    parts = Tag.parse(tag)
    return parts.territory or likely_territory(parts.language, parts.script)
