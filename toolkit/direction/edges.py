"""Brackets and quotation marks: which of them belong to a phrase, and where they cut it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Generic, Protocol, TypeVar

__all__ = ["Marks", "Part", "Span", "pair"]

_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”", "‘": "’", '"': '"'}
_QUOTES: Final = frozenset('«‹“‘"')
_DEEPEST: Final = 16
"""So often a run is cut, a pair of marks each time: text nests less, and hostile text more."""
_MARKS = re.compile('[()\\[\\]{}«»‹›“”‘"\u2028\u2029\u202a-\u202e\u2066-\u2069]|’(?!\\w)')
_BORDERS = frozenset("\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DEPTH = 63  # as in https://www.unicode.org/reports/tr9/#BD16
_CLOSERS = re.compile('[.!?…,]*([)\\]}»›”’"])')
_END_MARKS = re.compile("[.!?…,;:؟،؛]*")


class Span(Protocol):
    """A stretch of text."""

    @property
    def start(self) -> int:
        """Place of its first character."""

    @property
    def end(self) -> int:
        """Place after its last."""


AnySpan = TypeVar("AnySpan", bound=Span)


@dataclass(frozen=True, slots=True)
class Part(Generic[AnySpan]):
    """Words of one phrase.

    Args:
        words: The words, in order.
        start: Place of the first character of the first, or of an opening mark before it.
        end: Place after the last character of the last, or after a closing mark behind it.
    """

    words: Sequence[AnySpan]
    start: int
    end: int


def pair(text: str) -> dict[int, int]:
    """Pair the brackets and quotation marks of a text.

    Args:
        text: Any text.

    Returns:
        For each place of a paired mark the place of its partner, both ways.
    """
    partners: dict[int, int] = {}
    waiting: list[tuple[str, int]] = []
    for match in _MARKS.finditer(text):
        mark, place = match[0], match.start()
        level = next((i for i in reversed(range(len(waiting))) if waiting[i][0] == mark), None)
        if level is not None:
            partners |= {place: waiting[level][1], waiting[level][1]: place}
            del waiting[level:]
        elif mark in _BORDERS:  # no pair goes over a break or the border of an isolate
            waiting = []
        elif mark in _CLOSING:
            waiting = [*waiting[1 - _DEPTH :], (_CLOSING[mark], place)]
    return partners


@dataclass(frozen=True, slots=True)
class Marks:
    """The paired marks of a text.

    Args:
        text: The text.
        partners: What :func:`pair` returns for it.
        places: The places of all paired marks, in order.
    """

    text: str
    partners: dict[int, int]
    places: list[int]

    @classmethod
    def of(cls, text: str) -> "Marks":
        """Find the paired marks of a text.

        Args:
            text: Any text.
        """
        partners = pair(text)
        return cls(text, partners, sorted(partners))

    def split(self, run: Sequence[AnySpan], filler: re.Pattern[str]) -> Iterator["Part[AnySpan]"]:
        """Cut a run of words where only one mark of a pair stands in it.

        Args:
            run: Words in order, at least one.
            filler: Matches what may stand between the outermost words and marks of a part.

        Yields:
            Its parts, in order.
        """
        if len(run) == 1:
            yield Part(run, run[0].start, run[0].end)
            return
        waiting = [(run, 0)]
        while waiting:
            words, depth = waiting.pop()
            part = self._whole(words, filler)
            starts = [word.start for word in words]
            cuts = {bisect_right(starts, place) for place in self._alone(part.start, part.end)}
            if len(words) > 1 and depth < _DEEPEST and cuts - {0, len(words)}:
                edges = sorted({0, *cuts, len(words)})
                pieces = [(words[low:high], depth + 1) for low, high in pairwise(edges)]
                waiting += pieces[::-1]
            else:
                yield part

    def _whole(self, words: Sequence[AnySpan], filler: re.Pattern[str]) -> "Part[AnySpan]":
        """Return words with the marks around whose partners stand between them."""
        first, last = start, end = words[0].start, words[-1].end
        if len(words) > 1 and self.partners:
            partners = sorted(self.partners[place] for place in self._alone(first, last))
            for place in partners:
                if place >= end and filler.fullmatch(self.text, end, place):
                    end = place + 1
            for place in reversed(partners):
                if place < start and filler.fullmatch(self.text, place + 1, start):
                    start = place
            if start < first and last < end:  # “(Kabul) (Herat)”: both pairs are of the sentence
                start, end = first, last
        return Part(words, start, end)

    def _alone(self, start: int, end: int) -> list[int]:
        """Return the places of the marks in a stretch whose partners stand outside it."""
        inside = self.places[bisect_left(self.places, start) : bisect_left(self.places, end)]
        return [place for place in inside if not start <= self.partners[place] < end]

    def take_in(self, start: int, end: int) -> tuple[int, int]:
        """Widen a phrase by the marks beside it whose partners stand in it.

        Args:
            start: Place of its first character.
            end: Place after its last.

        Returns:
            The new start and end.
        """
        while (found := _CLOSERS.match(self.text, end)) and (
            start <= self.partners.get(found.start(1), -1) < end
        ):
            end = found.end()
        while start < self.partners.get(start - 1, -1) < end:
            start -= 1
        return start, end

    def fill(self, start: int, end: int) -> int:
        """Take in the closing punctuation of a phrase that stands alone between paired marks.

        Args:
            start: Place of its first character.
            end: Place after its last.

        Returns:
            The new end.
        """
        close = self.partners.get(start - 1, -1)
        return close if close > end and _END_MARKS.fullmatch(self.text, end, close) else end

    def quotations(self) -> Iterator[tuple[int, int]]:
        """Yield the places of the opening and the closing mark of each quotation, in order."""
        for place in self.places:
            if self.text[place] in _QUOTES and self.partners[place] > place:
                yield place, self.partners[place]
