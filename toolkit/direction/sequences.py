"""Rules X9 and X10: the isolating run sequences of a paragraph.

https://www.unicode.org/reports/tr9/#X10
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from toolkit.direction.explicit import Explicit

__all__ = ["REMOVED", "Run", "isolating_run_sequences"]

REMOVED: Final = frozenset("lrxyzb")
"""Classes that rule X9 removes before the weak rules."""


@dataclass(slots=True)
class Run:
    """An isolating run sequence (BD13).

    Args:
        indices: Places of its characters in the paragraph.
        level: Embedding level of them all.
        sos: Direction before its first character, ``L`` or ``R``.
        eos: Direction after its last one.
    """

    indices: list[int]
    level: int
    sos: str
    eos: str


def _direction(level: int) -> str:
    return "R" if level % 2 else "L"


def isolating_run_sequences(codes: str, found: Explicit, base: int) -> Iterator[Run]:
    """Join level runs across the isolates that interrupt them.

    Args:
        codes: Bidi classes of the paragraph.
        found: Its explicit levels.
        base: Paragraph embedding level.

    Yields:
        The sequences; together they hold every character that X9 keeps, once.
    """
    kept = [i for i, code in enumerate(codes) if code not in REMOVED]
    if not found.nested:
        yield Run(kept, base, _direction(base), _direction(base))
        return
    levels = found.levels
    runs = [list(run) for _, run in groupby(kept, key=levels.__getitem__)]
    starts = {run[0]: number for number, run in enumerate(runs)}
    continued = set(found.closers.values())
    for number, run in enumerate(runs):
        if run[0] in continued:
            continue
        indices, last = list(run), number
        while (closer := found.closers.get(indices[-1])) is not None and closer in starts:
            last = starts[closer]
            indices += runs[last]
        level = levels[run[0]]
        before = levels[runs[number - 1][0]] if number else base
        open_ended = codes[indices[-1]] in "ijk" and indices[-1] not in found.closers
        after = base if open_ended or last + 1 == len(runs) else levels[runs[last + 1][0]]
        yield Run(indices, level, _direction(max(before, level)), _direction(max(after, level)))
