"""Plain text for terminals that neither order nor shape: each line in visual order.

Such text is for the eye only; it is never stored.  Shaping is arabic-reshaper's, whose
presentation forms do not exist for some letters (Pashto, Uyghur): such text stays logical.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Protocol, cast

from wcwidth import wcswidth, wcwidth

from toolkit.direction.levels import Base, resolve
from toolkit.direction.order import reset_whitespace, visual_order
from toolkit.direction.properties import classify, joining_types
from toolkit.direction.script import Direction
from toolkit.errors import Diagnostic, Report, log_report

__all__ = ["visual"]

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"\s*(\S+)")
_CONFIGURATION = {
    "delete_harakat": False,  # it would delete the hamza of an ezafe too
    "ARABIC LIGATURE ALLAH": False,
}
_SHOWN = 5  # letters named in the notice


def visual(text: str, *, base: Direction, width: int, report: Report = log_report) -> str:
    """Return a text as a terminal without bidi has to print it.

    Args:
        text: Text in logical order; a line feed ends a paragraph.
        base: Direction of its paragraphs.
        width: Width of the terminal in cells, at least 2.
        report: Receives a note if the text has letters that cannot be shaped.

    Returns:
        Lines no wider than ``width``, each in visual order
        (https://www.unicode.org/reports/tr9/#L2), with shaped letters and mirrored brackets, those
        of an ``rtl`` text on the right; in logical order if letters cannot be shaped.
    """
    text = _CONTROLS.sub("", text.replace("\t", " "))
    unshaped = _unshaped(text)
    if unshaped:
        report(_notice(unshaped))
    lines: list[str] = []
    for paragraph in text.split("\n"):
        spans = list(_wrap(paragraph, max(2, width)))
        if unshaped:
            lines += [paragraph[start:end] for start, end in spans]
        else:
            lines += _ordered(paragraph, spans, base)
    if base == "rtl" and not unshaped:
        lines = [" " * (width - wcswidth(line)) + line if line else line for line in lines]
    return "\n".join(lines)


def _unshaped(text: str) -> str:
    """Return the letters that join but have no presentation forms."""
    return "".join(
        sorted(
            letter
            for letter in set(text)
            if joining_types(letter) in "DR" and letter not in _reshaper().letters
        )
    )


def _notice(letters: str) -> Diagnostic:
    return Diagnostic(
        code="terminal-letters",
        reason="A terminal without bidi cannot show joined letters of this language, "
        "so the text stays in logical order",
        remedy="Read it in a terminal with bidi, or as HTML or PDF",
        severity="note",
        excerpt=" ".join(letters[:_SHOWN]),
    )


def _wrap(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield where each line starts and ends; white space at its ends is left out."""
    start = end = used = 0
    for match in _WORD.finditer(text):
        cells = _cells(match[0])
        if end > start and used + cells > width:
            yield start, end
            start = end = match.start(1)
            used, cells = 0, _cells(match[1])
        while used + cells > width:
            cut, taken = _fit(text, end, match.end(), width - used)
            yield start, cut
            start = end = cut
            used, cells = 0, cells - taken
        end = match.end()
        used += cells
    yield start, end


def _cells(text: str) -> int:
    return sum(max(0, wcwidth(character)) for character in text)


def _fit(text: str, start: int, end: int, width: int) -> tuple[int, int]:
    """Return where a word has to be cut to fit, and the cells before it; always cut something."""
    used = 0
    for place in range(start, end):
        cells = max(0, wcwidth(text[place]))
        if used + cells > width and place > start:
            return place, used
        used += cells
    return end, used


def _ordered(text: str, spans: list[tuple[int, int]], base: Direction) -> list[str]:
    """Return the lines of a paragraph in visual order."""
    classes = classify(text)
    level: Base = 1 if base == "rtl" else 0
    levels = resolve(text, level).levels
    return [
        _line(
            text[start:end],
            reset_whitespace(levels[start:end], classes[start:end], level),
        )
        for start, end in spans
    ]


def _line(text: str, levels: bytes) -> str:
    runs: list[tuple[int, str]] = []
    for level, places in groupby(range(len(text)), key=levels.__getitem__):
        run = "".join(text[place] for place in places)
        runs.append((level, _run(run, level)))
    return "".join(runs[i][1] for i in visual_order([level for level, _ in runs]))


def _run(text: str, level: int) -> str:
    """Shape a run and put it in visual order; marks stay behind their letters (L3)."""
    shaped = _INVISIBLE.sub("", _reshaper().reshape(text))
    if level % 2 == 0:
        return shaped
    clusters: list[str] = []
    for character in shaped.translate(_mirror()):
        if clusters and unicodedata.category(character) in ("Mn", "Me"):
            clusters[-1] += character
        else:
            clusters.append(character)
    return "".join(reversed(clusters))


class _Reshaper(Protocol):
    letters: Mapping[str, object]

    def reshape(self, text: str) -> str: ...


@cache
def _reshaper() -> _Reshaper:
    from arabic_reshaper import ArabicReshaper

    return cast("_Reshaper", ArabicReshaper(_CONFIGURATION))


@cache
def _mirror() -> dict[int, str]:
    """Return the mirror image of each character that has one (L4)."""
    from bidi.mirror import MIRRORED

    return {ord(character): image for character, image in MIRRORED.items()}
