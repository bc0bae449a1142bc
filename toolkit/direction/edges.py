"""Brackets and quotation marks: which of them belong to a phrase, and where they cut it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Protocol, TypeVar

__all__ = ["Marks", "Span", "pair"]

_CLOSING: Final = {"(": ")", "[": "]", "{": "}", "«": "»", "‹": "›", "“": "”", "‘": "’", '"': '"'}
_QUOTES: Final = frozenset('«‹“‘"')
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

    def split(self, run: Sequence[AnySpan]) -> Iterator[Sequence[AnySpan]]:
        """Cut a run of words where only one mark of a pair stands in it.

        Args:
            run: Words in order, at least one.

        Yields:
            Its parts, in order.
        """
        waiting = [run]
        while waiting:
            words = waiting.pop()
            parts = self._cut(words)
            if len(parts) > 1:
                waiting += reversed(parts)
            else:
                yield words

    def _cut(self, words: Sequence[AnySpan]) -> list[Sequence[AnySpan]]:
        if len(words) == 1 or not self.partners:
            return [words]
        first, last = words[0].start, words[-1].end
        start, end = self.take_in(first, last)
        if start < first and last < end:  # “(Kabul) (Herat)”: both pairs are of the sentence
            start, end = first, last
        inside = self.places[bisect_left(self.places, start) : bisect_left(self.places, end)]
        alone = [place for place in inside if not start <= self.partners[place] < end]
        starts = [word.start for word in words]
        cuts = sorted({0, *(bisect_right(starts, place) for place in alone), len(words)})
        return [words[low:high] for low, high in pairwise(cuts)]

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
