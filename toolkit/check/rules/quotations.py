"""Quotation marks that have no partner, or the wrong one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds, for_language, table
from toolkit.check.words import around
from toolkit.direction.script import script_at, script_of

__all__ = ["find_mismatched", "find_unpaired"]

_MARKS = re.compile('[«»‹›“”‘’"]')
_DEPTH: Final = 64
_SHOWN: Final = 30  # characters before a closing mark that are shown


@dataclass(slots=True)
class _Marks:
    """The marks of a passage.

    Args:
        waiting: Opening marks whose closing mark has not come, innermost last.
        unclosed: Opening marks whose closing mark cannot come any more.
        stray: Closing marks that close nothing.
        mismatched: Places of an opening mark and of the mark of another kind that closes it.
    """

    waiting: list[int] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)
    mismatched: list[tuple[int, int]] = field(default_factory=list)


@finds("unpaired-quotation")
def find_unpaired(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find marks without partner, unless the quotation goes on in the paragraph beside."""
    text = passage.text
    if not _is_known(passage.lang) or not _MARKS.search(text):
        return
    marks = _scan(passage.shielded, passage.lang)
    opened = [place for place in marks.waiting if not _goes_on(text[place], passage)]
    stray = [place for place in marks.stray if not _went_on(text[place], passage)]
    for place in sorted([*marks.unclosed, *opened, *stray]):
        mark = text[place]
        if mark in _pairs() or mark == '"':
            words = {"mark": mark, "partner": _partner(mark), "end": "ends"}
            yield Hit(*around(text, place), words=words)
        else:
            words = {"mark": mark, "partner": _opening(mark), "end": "begins"}
            yield Hit(_words_before(text, place), place + 1, words=words)


@finds("mismatched-quotation")
def find_mismatched(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find pairs such as « and ”."""
    if _is_known(passage.lang) and _MARKS.search(passage.text):
        for start, end in _scan(passage.shielded, passage.lang).mismatched:
            mark, found = passage.text[start], passage.text[end]
            words = {"mark": mark, "found": found, "partner": _partner(mark)}
            yield Hit(start, end + 1, words=words)


def _scan(text: str, lang: str) -> _Marks:
    marks = _Marks()
    for match in _MARKS.finditer(text):
        mark, place = match[0], match.start()
        if mark == '"':
            _toggle(marks, text, place)
        elif mark in _pairs():
            marks.waiting.append(place)
        elif not (mark == "’" and _is_apostrophe(marks, text, place)):
            _close(marks, text, place)
        if len(marks.waiting) > _DEPTH:
            marks.unclosed.append(marks.waiting.pop(0))
    if script_of(lang).code == "Latn":  # ‘ may be an apostrophe turned the wrong way
        marks.waiting = [place for place in marks.waiting if text[place] != "‘"]
        marks.unclosed = [place for place in marks.unclosed if text[place] != "‘"]
    return marks


def _toggle(marks: _Marks, text: str, place: int) -> None:
    waiting = [text[opening] for opening in marks.waiting]
    if '"' in waiting:
        del marks.waiting[waiting.index('"')]
    elif text[place - 1 : place].isdigit():  # 5" is five inches
        return
    elif waiting and waiting[-1] != "‘" and _looks_closing(text, place):
        marks.mismatched.append((marks.waiting.pop(), place))
    else:
        marks.waiting.append(place)


def _words_before(text: str, place: int) -> int:
    """Return where to begin to show what stands before a closing mark."""
    start = max(0, place - _SHOWN)
    return start if start == 0 else text.find(" ", start, place) + 1 or start


def _looks_closing(text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    return not before.isspace() and not after.isalnum()


def _close(marks: _Marks, text: str, place: int) -> None:
    mark = text[place]
    expected = [_partner(text[opening]) for opening in marks.waiting]
    if mark in expected:
        at = len(expected) - 1 - expected[::-1].index(mark)
        marks.unclosed += marks.waiting[at + 1 :]
        del marks.waiting[at:]
    elif mark != "’" and expected and expected[-1] != "’":
        marks.mismatched.append((marks.waiting.pop(), place))
    else:
        marks.stray.append(place)


def _is_apostrophe(marks: _Marks, text: str, place: int) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if after.isalnum():
        return True
    is_expected = any(text[opening] == "‘" for opening in marks.waiting)
    script = script_at(before) if before else None
    return not is_expected and script is not None and script.code == "Latn"


def _goes_on(mark: str, passage: Passage) -> bool:
    """Tell whether the next paragraph opens the quotation anew, or closes it."""
    after = passage.after.lstrip()
    stray = _scan(after, passage.lang).stray if after else ()
    return after.startswith(mark) or any(after[place] == _partner(mark) for place in stray)


def _went_on(mark: str, passage: Passage) -> bool:
    before = passage.before
    return any(_partner(before[place]) == mark for place in _scan(before, passage.lang).waiting)


def _is_known(lang: str) -> bool:
    languages = dict.fromkeys(table("letters")["quotations"]["languages"], True)
    return bool(for_language(languages, lang))


def _pairs() -> dict[str, str]:
    pairs: dict[str, Any] = table("letters")["quotations"]["pairs"]
    return pairs


def _partner(mark: str) -> str:
    return _pairs().get(mark, mark)


def _opening(mark: str) -> str:
    return next((opening for opening, closing in _pairs().items() if closing == mark), mark)
