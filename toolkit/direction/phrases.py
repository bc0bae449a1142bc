"""Phrases of another script or direction in a text.

A phrase takes in its inner spaces, numbers and paired marks and leaves out what belongs to the
sentence around it (https://www.w3.org/International/articles/inline-bidi-markup/).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from toolkit.direction import percentages, tokens
from toolkit.direction.edges import Marks, Part
from toolkit.direction.passage import Passage
from toolkit.direction.script import Direction, Script, letters_but
from toolkit.direction.words import Around, Word, words

__all__ = ["Phrase", "find", "may_hold"]

_CONTROLS = "\u2028\u2029\u202a-\u202e\u2066-\u2069"
_STOPS = {("rtl", "ltr"): "،؛؟۔٪٫٬", ("ltr", "rtl"): ",;?"}  # marks of the sentence around
_SIGNS = re.compile("[™®©℠]?")
_NUMBER = "[۰-۹٠-٩]+(?:[.,٫٬:/\\-–][۰-۹٠-٩]+)*[٪%]?"
_NATIVE_TAIL = re.compile(rf"(?:[ \u00a0\-]?{_NUMBER})?؟*")
_NATIVE_HEAD = re.compile(rf"(?:(?<!\S)[+\-−])?{_NUMBER}[ \u00a0]?\Z")
_ASCII_TAIL = re.compile(r"[ \u00a0\-]?[0-9]+(?:[.:/\-][0-9]+)*(?![\w%٪$€£])")
_HEAD_REACH = 40  # characters before a phrase in which its leading number is looked for


class Phrase(NamedTuple):
    """A stretch of text in another script, or a token that must be isolated.

    Args:
        start: Place of its first character.
        end: Place after its last.
        dir: The direction it reads in.
        script: The script of its letters, or ``None`` for a token that is no language.
    """

    start: int
    end: int
    dir: Direction
    script: Script | None


def may_hold(text: str, script: Script, base: Direction) -> bool:
    """Tell quickly whether :func:`find` can find anything.

    Args:
        text: Any text.
        script: The script of the language around the text.
        base: The direction of the text.

    Returns:
        ``False`` only if there is no phrase.
    """
    if script.code == "Latn" and base == "ltr" and text.isascii():
        return False
    if Around.of(script, base).foreign.search(text):
        return True
    return base == "rtl" and (tokens.may_hold(text) or percentages.may_hold(text))


def find(
    text: str,
    *,
    script: Script,
    base: Direction,
    rules: AbstractSet[str] = tokens.ALL,
    passage: Passage | None = None,
) -> list[Phrase]:
    """Find the phrases of a text that are not in its language's script.

    Args:
        text: A paragraph; U+FFFC stands for what is isolated already.
        script: The script of the language the text is in.
        base: The direction of the text.
        rules: Names of the token rules to apply.
        passage: The passage that the text is of, if it is of one.

    Returns:
        The phrases in order, none overlapping; in time linear in the length of the text.
    """
    around = Around.of(script, base)
    found: list[Phrase] = []
    if inside := words(text, around, rules, passage):
        marks = Marks.of(text)
        for run in _runs(inside, text, around):
            for part in marks.split(run, _filler(base, run[0].dir)):
                found += _phrases(part, base)
        found = _join_quotations(_widen(found, marks, around), marks, around)
    return _with_percentages(found, text) if base == "rtl" else found


def _with_percentages(found: list[Phrase], text: str) -> list[Phrase]:
    numbers = [Phrase(start, end, "ltr", None) for start, end in percentages.find(text, found)]
    return sorted([*found, *numbers], key=attrgetter("start")) if numbers else found


@cache
def _glue(around: Script, base: Direction, direction: Direction) -> re.Pattern[str]:
    """Return a pattern for what may stand between two words of a phrase."""
    return re.compile(f"[^{around.letters}{_STOPS.get((base, direction), '')}{_CONTROLS}]*+")


@cache
def _filler(base: Direction, direction: Direction) -> re.Pattern[str]:
    """Return a pattern for what may stand between the words of a phrase and its brackets."""
    return re.compile(f"[^{letters_but()}{_STOPS.get((base, direction), '')}{_CONTROLS}]*+")


def _runs(found: Iterable[Word], text: str, around: Around) -> Iterator[list[Word]]:
    """Group the words and tokens that only the inside of a phrase stands between."""
    run: list[Word] = []
    for word in found:
        if run and not _continues(text, run, word, around):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _continues(text: str, run: list[Word], word: Word, around: Around) -> bool:
    """Tell whether a word goes on a run: two isolates side by side would change places."""
    if word.dir != run[0].dir:
        return False
    if word.dir == around.base and not (
        word.script is run[0].script and word.joins and run[-1].joins
    ):
        return False
    glue = _glue(around.script, around.base, run[0].dir)
    return glue.fullmatch(text, run[-1].end, word.start) is not None


def _phrases(part: Part[Word], base: Direction) -> Iterator[Phrase]:
    """Make a phrase of a run; what does not join it at its edges stands alone."""
    first, last = 0, len(part.words)
    while first < last and not part.words[first].joins:
        first += 1
    while last > first and not part.words[last - 1].joins:
        last -= 1
    yield from _alone(part.words[:first], base)
    inner = part.words[first:last]
    if inner and not all(word.is_isolate for word in inner):
        script = next((word.script for word in inner if word.is_language), None)
        if script or inner[0].dir != base:
            start = inner[0].start if first else part.start
            end = part.end if last == len(part.words) else inner[-1].end
            yield Phrase(start, end, inner[0].dir, script)
    yield from _alone(part.words[last:], base)


def _alone(found: Sequence[Word], base: Direction) -> Iterator[Phrase]:
    for word in found:
        script = word.script if word.is_language else None
        if script or word.dir != base:
            yield Phrase(word.start, word.end, word.dir, script)


def _widen(found: list[Phrase], marks: Marks, around: Around) -> list[Phrase]:
    """Take in what belongs to each phrase at its edges, as far as its neighbours leave room."""
    widened: list[Phrase] = []
    for i, phrase in enumerate(found):
        least = widened[-1].end if widened else 0
        most = found[i + 1].start if i + 1 < len(found) else len(marks.text)
        start, end = phrase.start, phrase.end
        if phrase.script:
            start = max(least, _head(marks.text, phrase, around))
            end = _tail(marks.text, phrase, around, most)
            start, end = marks.take_in(start, end)
            end = marks.fill(start, end)
        widened.append(phrase._replace(start=max(least, start), end=min(most, end)))
    return widened


def _head(text: str, phrase: Phrase, around: Around) -> int:
    if not _has_digits_of_its_own(phrase, around):
        return phrase.start
    found = _NATIVE_HEAD.search(text, max(0, phrase.start - _HEAD_REACH), phrase.start)
    return found.start() if found else phrase.start


def _tail(text: str, phrase: Phrase, around: Around, most: int) -> int:
    found = None
    if _has_digits_of_its_own(phrase, around):
        found = _NATIVE_TAIL.match(text, phrase.end)
    elif around.base == "rtl" and phrase.dir == "ltr":
        found = _ASCII_TAIL.match(text, phrase.end)
    end = found.end() if found and found.end() <= most else phrase.end
    sign = _SIGNS.match(text, end)
    return sign.end() if sign and sign.end() <= most else end


def _has_digits_of_its_own(phrase: Phrase, around: Around) -> bool:
    return phrase.script is not None and phrase.script.code == "Arab" != around.script.code


def _join_quotations(found: list[Phrase], marks: Marks, around: Around) -> list[Phrase]:
    """Make one phrase of a quotation that is in another script but for some words."""
    starts = [phrase.start for phrase in found]
    joined: list[Phrase] = []
    done = 0
    for opening, closing in marks.quotations() if len(found) > 1 else ():
        low, high = bisect_left(starts, opening), bisect_left(starts, closing)
        if low < done or not _is_one(found[low:high], marks.text, opening, closing, around):
            continue
        first, last = found[low], found[high - 1]
        whole = first._replace(end=marks.fill(first.start, last.end))
        joined += [*found[done:low], whole]
        done = high
    return joined + found[done:]


def _is_one(inside: list[Phrase], text: str, opening: int, closing: int, around: Around) -> bool:
    if len(inside) < 2 or not inside[0].script or inside[0].script != inside[-1].script:
        return False
    before, after = (opening, inside[0].start), (inside[-1].end, closing)
    if around.own.search(text, *before) or around.own.search(text, *after):
        return False
    quoted = text[opening:closing]
    return len(around.foreign.findall(quoted)) > len(around.own.findall(quoted))
