"""Which language serves a reader: chains of fallbacks, and negotiation (RFC 4647)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from toolkit.errors import LocaleError
from toolkit.language.tag import Tag, likely_script

__all__ = ["accepted", "fallbacks", "nearest", "negotiate"]

Value = TypeVar("Value")

_LONGEST_HEADER = 1000
_RANGE = re.compile(
    r"\s*([A-Za-z0-9*-]+)\s*(?:;\s*[qQ]\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*)?"
)


def fallbacks(tag: str) -> tuple[str, ...]:
    """Return the languages to look for, best first: less and less specific, at last English.

    A step that would change the script is left out: ``uz-Arab`` never falls back to ``uz``.

    Args:
        tag: A BCP 47 tag.

    Returns:
        Canonical tags, such as ``("fa-AF", "fa", "en")``.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    return _fallbacks(Tag.parse(tag))


@lru_cache(maxsize=1024)
def _fallbacks(tag: Tag) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*_widening(tag), "en")))


def _widening(tag: Tag) -> Iterator[str]:
    """Yield the tag itself, then without variants, then without territory."""
    yield tag.core
    if tag.territory:
        yield _shortest(tag.language, tag.script, tag.territory)
    yield _shortest(tag.language, tag.script, None)


def _shortest(language: str, script: str, territory: str | None) -> str:
    implied = likely_script(language, territory) == script
    return "-".join(part for part in (language, None if implied else script, territory) if part)


def nearest(values: Mapping[str, Value], tag: str) -> Value | None:
    """Return the value of a language, else of its next wider one; English serves no other.

    Args:
        values: Values by canonical tag.
        tag: A BCP 47 tag.

    Returns:
        The value, or ``None`` where neither the language nor a wider one has any.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    return next((values[step] for step in _widening(Tag.parse(tag)) if step in values), None)


def negotiate(wanted: Iterable[str], available: Iterable[str]) -> str | None:
    """Choose the language to show: the first wanted one that is there, or its nearest relative.

    Dari is served by ``fa-AF``, else by ``fa``; Persian by ``fa``, else by ``fa-AF``; but one
    script never stands in for another.  This is the lookup of RFC 4647 section 3.4
    (https://www.rfc-editor.org/rfc/rfc4647#section-3.4), widened to relatives.

    Args:
        wanted: Tags, the dearest first.  What is no tag (such as ``*``) is passed over.
        available: Tags that can be shown.

    Returns:
        One of ``available`` as it was given, or ``None`` where nothing fits.

    Raises:
        LocaleError: One of ``available`` is no tag.
    """
    offers = [(given, Tag.parse(given)) for given in available]
    for tag in _valid(wanted):
        for step in _widening(tag):
            for given, offer in offers:
                if step in (offer.core, _shortest(offer.language, offer.script, offer.territory)):
                    return given
        for given, offer in offers:
            if (offer.language, offer.script) == (tag.language, tag.script):
                return given
    return None


def _valid(tags: Iterable[str]) -> Iterator[Tag]:
    for tag in tags:
        try:
            yield Tag.parse(tag)
        except LocaleError:
            continue


def accepted(header: str) -> tuple[str, ...]:
    """Return the languages that a browser asks for, the dearest first, for :func:`negotiate`.

    Args:
        header: Value of ``Accept-Language`` (https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4),
            such as ``fa-AF,fa;q=0.9,en;q=0.5``.  It may hold anything: what is no language range
            is passed over, and only the first thousand characters are read.

    Returns:
        Tags by weight, in the header's order where it is equal; without those of weight 0.
    """
    found = [_RANGE.fullmatch(part) for part in header[:_LONGEST_HEADER].split(",")]
    weighted = [(match[1], float(match[2] or 1)) for match in found if match]
    ordered = sorted(weighted, key=lambda item: -item[1])
    return tuple(tag for tag, weight in ordered if weight)
