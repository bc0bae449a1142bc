"""Cursive joining across the border of two text boxes.

https://www.unicode.org/versions/latest/core-spec/chapter-9/#G42199
"""

from typing import Final

from toolkit.direction.properties import joining_types

__all__ = ["JOINER", "Joining"]

JOINER: Final = "\u200d"
"""ZERO WIDTH JOINER: the letter beside it takes its joined form."""

_FORWARD: Final = frozenset("DLC")
_BACKWARD: Final = frozenset("DRC")
_MOST_MARKS: Final = 32  # of one letter; keeps a page of nothing but marks linear


class Joining:
    """Tells where the letters of a paragraph join.

    Args:
        text: The paragraph.
        levels: One level for each character: letters join within one level only.
    """

    __slots__ = ("_levels", "_types")

    def __init__(self, text: str, levels: bytes) -> None:
        self._types = joining_types(text)
        self._levels = levels

    def across(self, place: int) -> bool:
        """Return whether the letters before and after a place join, marks between them or not.

        Args:
            place: Number of characters before the border.
        """
        head = self._types[max(0, place - _MOST_MARKS) : place].rstrip("T")
        tail = self._types[place : place + _MOST_MARKS].lstrip("T")
        if not head or not tail or head[-1] not in _FORWARD or tail[0] not in _BACKWARD:
            return False
        before = max(0, place - _MOST_MARKS) + len(head) - 1
        after = min(len(self._types), place + _MOST_MARKS) - len(tail)
        return self._levels[before] == self._levels[after]
