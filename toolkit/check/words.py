"""Words around a place, and names for what cannot be seen."""

import re
import unicodedata
from itertools import takewhile

__all__ = ["around", "language", "name_of", "word_at"]

_LONGEST = 40  # characters of a word on either side
_INNER = re.compile("[\\w\u200c\u200d\u0610-\u061a\u064b-\u065f\u0670]")
_CONTEXT = re.compile(r"\S{0,24} ?\S{0,24} ?\S{0,24}")


def word_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the word around a stretch starts and ends.

    Args:
        text: Any text.
        start: Place of the first character.
        end: Place after the last.
    """
    before = reversed(text[max(0, start - _LONGEST) : start])
    after = text[end : end + _LONGEST]
    return (
        start - sum(1 for _ in takewhile(_INNER.match, before)),
        end + sum(1 for _ in takewhile(_INNER.match, after)),
    )


def around(text: str, place: int) -> tuple[int, int]:
    """Return a stretch of some words from a place on, to show where it is."""
    found = _CONTEXT.match(text, place)
    return place, max(place + 1, found.end() if found else place)


def name_of(character: str) -> str:
    """Return a character's code point and name, such as ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'unnamed')}"


def language(tag: str) -> str:
    """Return the English name of a language."""
    from toolkit.errors import LocaleError
    from toolkit.language.names import language_name

    try:
        return language_name(tag, "en")
    except LocaleError:
        return tag
