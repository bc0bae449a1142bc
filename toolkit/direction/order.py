"""Visual order of the characters of a line: rules L1 and L2.

https://www.unicode.org/reports/tr9/#Reordering_Resolved_Levels
"""

import re
from collections.abc import Sequence
from itertools import groupby

from toolkit.direction.sequences import REMOVED

__all__ = ["reset_whitespace", "visual_order"]

_REMOVED = "".join(REMOVED)
_RESET = f"WijkqBS{_REMOVED}"


def reset_whitespace(levels: bytes, classes: str, base: int) -> bytes:
    """Apply rule L1 to one line.

    Args:
        levels: Embedding level of each character of the line.
        classes: Their bidi classes, as :func:`~toolkit.direction.properties.classify` has them.
        base: Level of the paragraph.

    Returns:
        The levels with separators and white space before them or at the end back on ``base``.
    """
    reset = bytearray(levels)
    start = 0
    for stop in [*(match.end() for match in re.finditer("[BS]", classes)), len(classes)]:
        segment = classes[start:stop]
        # Joiners between a letter and the white space stay with the letter.
        tail = len(segment[len(segment.rstrip(_RESET)) :].lstrip(_REMOVED))
        reset[stop - tail : stop] = bytes([base]) * tail
        start = stop
    return bytes(reset)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Apply rule L2 to one line.

    Args:
        levels: Embedding level of each character of the line, after L1.

    Returns:
        The places of the characters, from the leftmost to the rightmost.
    """
    runs: list[tuple[int, list[int]]] = []
    for level, run in groupby(range(len(levels)), key=levels.__getitem__):
        indices = list(run)
        runs.append((level, indices[::-1] if level % 2 else indices))
    odd = [level for level, _ in runs if level % 2]
    if not odd:
        return list(range(len(levels)))
    for level in range(max(levels), min(odd) - 1, -1):
        runs = _reverse(runs, level)
    return [index for _, run in runs for index in run]


def _reverse(runs: list[tuple[int, list[int]]], least: int) -> list[tuple[int, list[int]]]:
    """Reverse the order of the runs in each sequence of runs at ``least`` or above."""
    ordered: list[tuple[int, list[int]]] = []
    for above, sequence in groupby(runs, key=lambda item: item[0] >= least):
        run = list(sequence)
        ordered += reversed(run) if above else run
    return ordered
