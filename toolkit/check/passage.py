"""A paragraph of an article as its rules see it: logical text, and what is known of its parts."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from toolkit.direction import tokens
from toolkit.direction.base import Declared
from toolkit.direction.edges import Marks
from toolkit.direction.script import Direction

__all__ = ["LINE", "OBJECT", "Part", "Passage", "Role"]

Role = Literal["text", "name", "alt"]
"""What a passage is for: reading, naming someone or something, or describing a picture."""

OBJECT: Final = "\ufffc"
"""Stands for what is not text: a picture, a footnote's number, code or an address."""
LINE: Final = "\u2028"
"""Stands for a line break."""

_ADDRESSES: Final = frozenset(
    ("url", "email", "doi", "domain", "path", "file", "extension", "handle")
)
_MAY_BE_ADDRESS: Final = re.compile(r"[/@\\]|\w\.\w|\.[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a passage in one language.

    Args:
        start: Place of its first character.
        end: Place after its last.
        lang: BCP 47 tag.
        is_code: Whether it is code, a key or a sample of output.
        is_quoted: Whether its elements say that it is a quotation, a title or verse.
    """

    start: int
    end: int
    lang: str
    is_code: bool = False
    is_quoted: bool = False


@dataclass(frozen=True)
class Passage:
    """A paragraph of an article.

    Args:
        text: Its characters in logical order, white space collapsed.
        lang: BCP 47 tag of the element or field that it fills.
        base: Base direction on the page.
        field: Dotted path of the field that it comes from.
        version: BCP 47 tag of the version of the field that it comes from.
        parts: Its stretches in order; together they are the text.
        role: What it is for.
        dir: State of the ``dir`` attribute that the author gave it, or ``None``.
        before: The paragraph before it in the same field.
        after: The paragraph after it.
    """

    text: str
    lang: str
    base: Direction
    field: str
    version: str
    parts: tuple[Part, ...]
    role: Role = "text"
    dir: Declared | None = None
    before: str = ""
    after: str = ""

    @classmethod
    def plain(cls, text: str, lang: str, base: Direction, field: str, role: Role) -> "Passage":
        """Return the passage of a field without markup."""
        return cls(text, lang, base, field, lang, (Part(0, len(text), lang),), role)

    def part_at(self, place: int) -> Part:
        """Return the part in which a character stands."""
        starts = self._starts
        return self.parts[max(0, bisect_right(starts, place) - 1)]

    def prose(self) -> Iterator[Part]:
        """Yield the parts that are language."""
        return (part for part in self.parts if not part.is_code)

    def is_shielded(self, start: int, end: int) -> bool:
        """Tell whether a stretch touches code or an address, which no rule of spelling reads."""
        return OBJECT in self.shielded[start:end]

    def is_quoted(self, place: int) -> bool:
        """Tell whether a character stands in a quotation, whose spelling is somebody else's."""
        if self.part_at(place).is_quoted:
            return True
        at = bisect_right(self._quotations[0], place) - 1
        return at >= 0 and place < self._quotations[1][at]

    @cached_property
    def shielded(self) -> str:
        """The text with U+FFFC in the place of each character of code and addresses."""
        covers = [(part.start, part.end) for part in self.parts if part.is_code]
        if _MAY_BE_ADDRESS.search(self.text):
            found = tokens.find(self.text, rules=_ADDRESSES)
            covers += [(token.start, token.end) for token in found]
        return _cover(self.text, covers)

    @cached_property
    def own(self) -> str:
        """The shielded text without the parts that the author marked with another language."""
        others = [(part.start, part.end) for part in self.parts if part.lang != self.lang]
        return _cover(self.shielded, others)

    @cached_property
    def _starts(self) -> list[int]:
        return [part.start for part in self.parts]

    @cached_property
    def _quotations(self) -> tuple[list[int], list[int]]:
        """Places after the outermost opening marks, and those of their closing marks."""
        starts: list[int] = []
        ends: list[int] = []
        for opening, closing in Marks.of(self.text).quotations():
            if not ends or opening > ends[-1]:
                starts.append(opening + 1)
                ends.append(closing)
        return starts, ends


def _cover(text: str, covers: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(covers):
        if end > done:
            begin = max(start, done)
            pieces += [text[done:begin], OBJECT * (end - begin)]
            done = end
    return "".join([*pieces, text[done:]])
