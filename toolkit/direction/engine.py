"""Level runs that need no box of their own, because Pango orders them rightly as they stand.

A text box is resolved by itself, and what a line break leaves of it is resolved anew.  Where
neither can change a run's levels, the run may stay in the box around it: its level is lowered to
the box's.  That spares most of the boxes of ordinary mixed text.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from toolkit.direction.overrides import CONTROLS

__all__ = ["leave_to_engine"]

# By the direction of the box.  Words of the other direction and the spaces between them: each line
# shows them at its own level, if no other words of theirs could draw neutrals to themselves.
_WORDS: Final = (
    re.compile("(?:[RA][mb]*)+(?:W+(?:[RA][mb]*)+)*"),
    re.compile("(?:L[mb]*)+(?:W+(?:L[mb]*)+)*"),
)
_KEEPS_APART: Final = (re.compile("L"), re.compile("[RAEN]"))
_ONE_LEVEL: Final = re.compile(rb"(.)\1*", re.DOTALL)
_NUMBER: Final = re.compile("(?:[EN]|(?<=E)c(?=E)|(?<=N)c(?=N))+")  # 12, 12:30, 1,000
_BESIDE_A_NUMBER: Final = frozenset("RAW")
_ALTERS: Final = re.compile(f"[{CONTROLS}\u00ad]")  # is dropped, or ends a line with a hyphen


class _Run(NamedTuple):
    start: int
    stop: int
    level: int


def leave_to_engine(text: str, start: int, codes: str, levels: bytearray) -> None:
    """Lower the levels of runs that may stay in the box around them.

    Args:
        text: Text that is in one element.
        start: Its place in the paragraph.
        codes: Bidi classes of the paragraph.
        levels: Levels of the paragraph; changed in place.
    """
    stop = start + len(text)
    if levels.count(levels[start], start, stop) == len(text) or _ALTERS.search(text):
        return
    for run in [*_words(codes, levels, start, stop), *_numbers(codes, levels, start, stop)]:
        levels[run.start : run.stop] = bytes([run.level - 1]) * (run.stop - run.start)


def _words(codes: str, levels: bytearray, start: int, stop: int) -> list[_Run]:
    runs = []
    for match in _ONE_LEVEL.finditer(levels, start, stop):
        run = _Run(*match.span(), match[0][0])
        if _WORDS[1 - run.level % 2].fullmatch(codes, run.start, run.stop) and _is_inside(
            run, levels
        ):
            runs.append(run)
    mingled: set[_Run] = set()
    for one, other in pairwise(runs):
        between = levels[one.stop : other.start]
        keeps_apart = _KEEPS_APART[1 - one.level % 2].search(codes, one.stop, other.start)
        if one.level == other.level and not keeps_apart and max(between) < one.level:
            mingled |= {one, other}
    return [run for run in runs if run not in mingled]


def _is_inside(run: _Run, levels: bytearray) -> bool:
    """Return whether a box of the level below surrounds a run on one side at least."""
    around = [levels[i] for i in (run.start - 1, run.stop) if 0 <= i < len(levels)]
    return bool(around) and max(around) == run.level - 1


def _numbers(codes: str, levels: bytearray, start: int, stop: int) -> list[_Run]:
    """Find numbers with nothing beside them that they could draw to themselves."""
    runs = []
    for match in _NUMBER.finditer(codes, start, stop):
        run = _Run(*match.span(), levels[match.start()])
        neighbours = [i for i in (run.start - 1, run.stop) if 0 <= i < len(codes)]
        if (
            run.level % 2 == 0
            and run.level >= 2
            and levels.count(run.level, run.start, run.stop) == run.stop - run.start
            and all(_lets_be(codes[i], levels[i], run.level) for i in neighbours)
        ):
            runs.append(run)
    return runs


def _lets_be(code: str, level: int, number: int) -> bool:
    return level < number - 1 or (level == number - 1 and code in _BESIDE_A_NUMBER)
