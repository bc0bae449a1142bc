"""Paragraphs whose base direction contradicts what is written in them.

https://www.w3.org/International/questions/qa-html-dir
"""

from collections.abc import Iterator
from typing import Final

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds
from toolkit.check.rules.language import reads_as
from toolkit.direction.letters import count_words, language_of
from toolkit.direction.properties import classify
from toolkit.direction.script import Direction, script_at

__all__ = ["find_contradictions"]

_IN_WORDS: Final = {"ltr": "left to right", "rtl": "right to left"}
_LEAST: Final = 10  # letters that decide
_MOST_OF: Final = 0.7


@finds("base-direction")
def find_contradictions(passage: Passage, surroundings: Surroundings) -> Iterator[Hit]:
    """Find paragraphs set against most of their letters.

    Where the author gave the direction, letters decide.  Where the language gave it, a sentence
    may well hold more foreign letters than its own (names, code words); only if its function
    words are foreign too is it a sentence of the other language.
    """
    own = passage.own
    codes = classify(own)
    count = {"ltr": codes.count("L"), "rtl": codes.count("R") + codes.count("A")}
    other: Direction = "ltr" if passage.base == "rtl" else "rtl"
    if count[other] < _LEAST or count[other] <= count[passage.base]:
        return
    if passage.dir:
        against = count[other] >= _MOST_OF * sum(count.values())
    else:
        against = _is_foreign(passage, other, surroundings)
    if against:
        words = {"set": _IN_WORDS[passage.base], "read": _IN_WORDS[other]}
        yield Hit(0, len(passage.text), words=words | {"way_out": _way_out(passage, other)})


def _is_foreign(passage: Passage, other: Direction, surroundings: Surroundings) -> bool:
    if reads_as(passage, surroundings):
        return False
    own = passage.own
    scripts = (script_at(character) for character in own)
    script = next((found for found in scripts if found and found.direction == other), None)
    if script is None:
        return False
    foreign = count_words(own, language_of(own, script, surroundings.declared))
    return foreign > max(1, count_words(own, passage.lang))


def _way_out(passage: Passage, other: Direction) -> str:
    if passage.dir == "auto":
        return f"Write dir={other} in the place of dir=auto"
    if passage.dir:
        return f"Write dir={other}, or leave dir out"
    return "Mark the paragraph, or the longer phrases in it, with lang"
