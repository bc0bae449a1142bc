"""Where a stretch of an article's text stands in the file that it was written in."""

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["Location", "Locator"]

_SPACE = re.compile(r"[ \t\n\f\r]+")
_CONTEXTS: Final = (8, 24, 60)  # characters beside the stretch that may tell two places apart
_LARGEST: Final = 20_000_000


class Location(NamedTuple):
    """A place in a file, counted from 1; no column where the text is written otherwise there."""

    line: int
    column: int | None


class Locator:
    """Finds stretches of text in a file.

    The file holds the text in another form (Markdown, JSON, HTML), so a place is given only where
    the stretch, with what stands beside it, is in the file just once.

    Args:
        file: Path of the file.
    """

    def __init__(self, file: str) -> None:
        self.file = file

    def find(self, text: str, start: int, end: int) -> Location | None:
        """Return where a stretch stands in the file.

        Args:
            text: The passage that it is part of, white space collapsed.
            start: Place of its first character.
            end: Place after its last.

        Returns:
            The place, or ``None`` if it is not certain.
        """
        for left, right in _widened(start, end, len(text)):
            piece = text[left:right]
            place = self._flat.find(piece) if piece else -1
            if place < 0:
                if (left, right) == (start, end):
                    return None
            elif self._flat.find(piece, place + 1) < 0:
                return self._location(place + start - left, text[start:end])
        return None

    def _location(self, place: int, stretch: str) -> Location:
        raw = self._raw_place(place)
        line = bisect_right(self._lines, raw)
        verbatim = self._raw.startswith(stretch, raw) and "\n" not in stretch
        return Location(line, raw - self._lines[line - 1] + 1 if verbatim else None)

    def _raw_place(self, place: int) -> int:
        at = bisect_right(self._folds, place, key=lambda fold: fold[0]) - 1
        flat, raw = self._folds[at]
        return raw + place - flat

    @cached_property
    def _raw(self) -> str:
        path = Path(self.file)
        try:
            if path.stat().st_size > _LARGEST:
                return ""
            return path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return ""

    @cached_property
    def _flat(self) -> str:
        return _SPACE.sub(" ", self._raw)

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._raw))]

    @cached_property
    def _folds(self) -> list[tuple[int, int]]:
        """Places in the flat text after each run of white space, with those in the file."""
        folds, lost = [(0, 0)], 0
        for match in _SPACE.finditer(self._raw):
            lost += len(match[0]) - 1
            folds.append((match.end() - lost, match.end()))
        return folds


def _widened(start: int, end: int, length: int) -> list[tuple[int, int]]:
    """Return a stretch, then with more and more of what is beside it."""
    found = [(start, end)]
    for width in _CONTEXTS:
        left, right = max(0, start - width), min(length, end + width)
        found += [(left, right), (left, end), (start, right)]
    return found
