"""A paragraph of an article as its rules see it: logical text, and what is known of its parts."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import Final, Literal

from toolkit.direction.base import Declared
from toolkit.direction.edges import Marks
from toolkit.direction.script import Direction
from toolkit.direction.verbatim import addresses, cover, quotations

__all__ = ["LINE", "OBJECT", "Part", "Passage", "Role"]

Role = Literal["text", "name", "alt"]
"""What a passage is for: reading, naming someone or something, or describing a picture."""

OBJECT: Final = "\ufffc"
"""Stands for what is not text: a picture, a footnote's number, code or an address."""
LINE: Final = "\u2028"
"""Stands for a line break."""


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
        block: Number of the block of the body that holds it, as
            :func:`~toolkit.article.subset.blocks.blocks` counts; 0 in other fields.
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
    block: int = 0

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
        at = bisect_right(self._quotations, place, key=itemgetter(0)) - 1
        return at >= 0 and place < self._quotations[at][1]

    @cached_property
    def shielded(self) -> str:
        """The text with U+FFFC in the place of each character of code and addresses."""
        covers = [(part.start, part.end) for part in self.parts if part.is_code]
        return cover(self.text, covers + addresses(self.text))

    @cached_property
    def own(self) -> str:
        """The shielded text without the parts that the author marked with another language."""
        others = [(part.start, part.end) for part in self.parts if part.lang != self.lang]
        return cover(self.shielded, others)

    @cached_property
    def _starts(self) -> list[int]:
        return [part.start for part in self.parts]

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        return quotations(Marks.of(self.text))
