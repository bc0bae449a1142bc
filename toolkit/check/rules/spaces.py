"""Spaces that are no plain spaces."""

import re
from collections.abc import Iterator

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds
from toolkit.check.words import word_at
from toolkit.direction.script import script_of

__all__ = ["find_no_break_spaces"]

_LETTER = f"[{script_of('fa').letters}\u064b-\u065f\u0670]"
_NO_BREAK = re.compile(f"(?<={_LETTER})[ ]?[\u00a0\u202f]+[ ]?(?={_LETTER})")


@finds("no-break-space")
def find_no_break_spaces(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find no-break spaces between two words in Arabic script; beside a number they are right."""
    text = passage.text
    for match in _NO_BREAK.finditer(text):
        start, _end = word_at(text, match.start(), match.start())
        _start, end = word_at(text, match.end(), match.end())
        suggestion = f"{text[start : match.start()]} {text[match.end() : end]}"
        yield Hit(start, end, suggestion, topic="no-break-space")
