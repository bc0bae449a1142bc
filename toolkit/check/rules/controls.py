"""Bidirectional controls that deceive, leak or disturb.

https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters,
https://www.unicode.org/reports/tr55/ (source code)
"""

import re
from collections.abc import Iterator

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds
from toolkit.check.words import around, name_of
from toolkit.direction.explain.invisible import partners

__all__ = ["find_controls_in_code", "find_embeddings", "find_overrides", "find_unbalanced"]

_OVERRIDES = re.compile("[\u202d\u202e]")
_EMBEDDINGS = re.compile("[\u202a\u202b]")
_BEGINNINGS = re.compile("[\u202a\u202b\u202d\u202e\u2066-\u2068]")
_ANY = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE = re.compile("[^\n\u2028\u2029]+")


@finds("bidi-override")
def find_overrides(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find U+202D and U+202E in prose."""
    yield from _controls(passage, _OVERRIDES, in_code=False)


@finds("bidi-embedding")
def find_embeddings(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find U+202A and U+202B in prose."""
    yield from _controls(passage, _EMBEDDINGS, in_code=False)


@finds("bidi-in-code")
def find_controls_in_code(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find embeddings, overrides and isolates that begin in code."""
    yield from _controls(passage, _BEGINNINGS, in_code=True)


@finds("unbalanced-bidi")
def find_unbalanced(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find controls that nothing closes and that close nothing (BD9 to BD11, X7)."""
    if _ANY.search(passage.text):
        for line in _LINE.finditer(passage.text):
            paired = partners(line[0])
            for match in _ANY.finditer(line[0]):
                if match.start() not in paired:
                    yield _hit(passage.text, line.start() + match.start())


def _controls(passage: Passage, pattern: re.Pattern[str], *, in_code: bool) -> Iterator[Hit]:
    for match in pattern.finditer(passage.text):
        if passage.part_at(match.start()).is_code == in_code:
            yield _hit(passage.text, match.start())


def _hit(text: str, place: int) -> Hit:
    start, end = around(text, place)
    shown = text[place + 1 : end].rstrip(" \u202c\u2069")  # which may have been added to mend it
    return Hit(start, start + 1 + len(shown), words={"control": name_of(text[place])})
