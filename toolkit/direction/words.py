"""Words of other scripts and tokens in a text: what phrases are made of."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from toolkit.direction import tokens
from toolkit.direction.passage import Passage
from toolkit.direction.script import Direction, Script, letters_but, script_at

__all__ = ["Around", "Word", "words"]

_DIGITS = "0123456789"
_JOINERS = "\u200c\u200d\u0640"
_NATIVE_DIGIT = re.compile("[۰-۹٠-٩]")
_ADDRESS = re.compile(r"[#/@]|www\.")  # in every token that may hold letters of any script


@dataclass(frozen=True, slots=True)
class Around:
    """What the text around the phrases is in.

    Args:
        script: The script of its language.
        base: Its direction.
        own: Matches a letter of its script.
        foreign: Matches a letter of any other.
    """

    script: Script
    base: Direction
    own: re.Pattern[str]
    foreign: re.Pattern[str]

    @staticmethod
    @cache
    def of(script: Script, base: Direction) -> "Around":
        """Return what is in a script and a direction.

        Args:
            script: The script of its language.
            base: Its direction.
        """
        own, foreign = script.letters, letters_but(script)
        return Around(script, base, re.compile(f"[{own}]"), re.compile(f"[{foreign}]"))


class Word(NamedTuple):
    """A word of another script, or a token.

    Args:
        start: Place of its first character.
        end: Place after its last.
        dir: The direction it reads in.
        script: The script of its letters, ``None`` without letters.
        is_language: Whether it is in a language, unlike a telephone number.
        joins: Whether it can be the first or the last word of a phrase.
        is_isolate: Whether it is an element that is isolated already.
    """

    start: int
    end: int
    dir: Direction
    script: Script | None
    is_language: bool = True
    joins: bool = True
    is_isolate: bool = False


def words(
    text: str, around: Around, rules: AbstractSet[str], passage: Passage | None = None
) -> list[Word]:
    """Return the words of other scripts and the tokens of a text.

    Args:
        text: Any text; U+FFFC stands for what is isolated already.
        around: What the text is in.
        rules: Names of the token rules to apply.
        passage: The passage that the text is of, if it is of one.

    Returns:
        Words in order, none overlapping, with the isolates of the other direction.
    """
    found = _tokens(text, around, rules, passage)
    ends = [token.end for token in found]
    others = [
        word
        for word in _foreign(text, around)
        if (i := bisect_left(ends, word.start + 1)) == len(ends) or found[i].start >= word.end
    ]
    isolates = [
        Word(place, place + 1, direction, None, is_language=False, is_isolate=True)
        for place, direction in (passage.directions.items() if passage else ())
        if direction != around.base
    ]
    if not found and not isolates:
        return others
    return sorted([*found, *others, *isolates], key=attrgetter("start"))


def _tokens(
    text: str, around: Around, rules: AbstractSet[str], passage: Passage | None
) -> list[Word]:
    """Return the tokens; those that need nothing here only keep their letters from being words."""
    found: list[Word] = []
    if around.base == around.script.direction == "ltr" and not _ADDRESS.search(text):
        return found
    for token in _find(text, rules, passage):
        one = _token(text[token.start : token.end], token)
        if token.dir != around.base or one.script not in (None, around.script):
            found.append(one)
        elif one.script:
            found.append(one._replace(is_language=False, joins=False))
    return found


def _find(text: str, rules: AbstractSet[str], passage: Passage | None) -> Iterator[tokens.Token]:
    """Yield the tokens; none that is no language goes over the border of an element."""
    for token in tokens.find(text, rules=rules):
        cuts = passage.cuts(token.start, token.end) if passage and token.lang is None else []
        if not cuts:
            yield token
            continue
        for low, high in pairwise([token.start, *cuts, token.end]):
            for part in tokens.find(text[low:high], rules=rules):
                yield part._replace(start=part.start + low, end=part.end + low)


def _token(text: str, token: tokens.Token) -> Word:
    script = next(filter(None, map(script_at, text)), None)
    joins = tokens.rules()[token.kind].joins and not (script is None and _NATIVE_DIGIT.search(text))
    return Word(token.start, token.end, token.dir, script, token.lang is not None, joins)


def _foreign(text: str, around: Around) -> Iterator[Word]:
    place = 0
    while found := around.foreign.search(text, place):
        script = script_at(found[0])
        if script is None:
            return
        word = _word(script).match(text, found.start())
        place = word.end() if word else found.end()
        start, end = _with_marks(text, found.start(), place, script)
        if script.direction == around.script.direction and _is_beside(text, start, end, around):
            continue
        if script.code == "Grek" and end - start == 1:  # a symbol, as in α-helix
            if around.base == "ltr":
                continue
            script = script_at("a") or script
        yield Word(start, end, script.direction, script)


@cache
def _word(script: Script) -> re.Pattern[str]:
    return re.compile(f"[{script.letters}0-9]+")


def _with_marks(text: str, start: int, end: int, script: Script) -> tuple[int, int]:
    """Take in the digits, combining marks and joiners at the edges of a word."""
    joiners = "" if script.code == "Latn" else _JOINERS
    while end < len(text) and (text[end] in joiners or unicodedata.category(text[end])[0] == "M"):
        end += 1
    first = start
    while first and text[first - 1] in (joiners[1:] or _DIGITS):  # ZWNJ ends the word before
        first -= 1
    return (start if first and text[first - 1].isalpha() else first), end


def _is_beside(text: str, start: int, end: int, around: Around) -> bool:
    """Tell whether a word is part of a word of the script around it."""
    before = around.own.match(text, start - 1) if start else None
    return bool(before or around.own.match(text, end))
