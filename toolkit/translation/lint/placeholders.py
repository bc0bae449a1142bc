"""Placeholders: each of the English ones once, and no others."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches

from toolkit.translation.lint.wording import Hit, Wording, finds

__all__ = ["find_braces", "find_doubled", "find_missing", "find_unknown"]

_NAMES = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def _names(text: str) -> Counter[str]:
    return Counter(_NAMES.findall(text))


def _wanted(wording: Wording) -> Counter[str]:
    """Return the names of the English; with plurals, of all its forms."""
    wanted = Counter[str]()
    for source in wording.sources:
        wanted |= _names(source)
    return wanted


@finds("bad-placeholder")
def find_braces(wording: Wording) -> Iterator[Hit]:
    """Find braces that belong to no placeholder."""
    if {"{", "}"} & set(wording.bare):
        names = ", ".join(f"{{{name}}}" for name in _wanted(wording)) or "there is none"
        yield Hit(wording.text, words={"names": names})


@finds("unknown-placeholder")
def find_unknown(wording: Wording) -> Iterator[Hit]:
    """Find placeholders that the English has not: the message would fall back."""
    wanted = _wanted(wording)
    for name in _names(wording.text):
        if name not in wanted:
            near = get_close_matches(name, wanted, 1) or sorted(wanted) or [""]
            meant = f"{{{near[0]}}}" if near[0] else "no placeholder"
            yield Hit(wording.text, words={"name": f"{{{name}}}", "meant": meant})


@finds("missing-placeholder")
def find_missing(wording: Wording) -> Iterator[Hit]:
    """Find placeholders that were dropped; one number's own form may leave out the number."""
    optional = {"count"} if wording.omits_count else set[str]()
    for name in _wanted(wording).keys() - _names(wording.text).keys() - optional:
        yield Hit(wording.text, words={"name": f"{{{name}}}"})


@finds("doubled-placeholder")
def find_doubled(wording: Wording) -> Iterator[Hit]:
    """Find placeholders that are there more often than in the English."""
    wanted = _wanted(wording)
    for name, count in _names(wording.text).items():
        if 0 < wanted[name] < count:
            yield Hit(wording.text, words={"name": f"{{{name}}}"})
