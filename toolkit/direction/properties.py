"""Character properties of the bidirectional algorithm and of cursive joining.

The tables in ``data/``, written by ``data/build.py``, are of one Unicode version whatever the
Python.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["CODES", "Bracket", "bracket_pattern", "brackets", "classify", "joining_types"]

CODES: Final = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N",
    "ES": "p", "ET": "t", "CS": "c", "NSM": "m", "BN": "b",
    "B": "B", "S": "S", "WS": "W", "ON": "O",
    "LRE": "l", "RLE": "r", "LRO": "x", "RLO": "y", "PDF": "z",
    "LRI": "i", "RLI": "j", "FSI": "k", "PDI": "q",
}  # fmt: skip
"""One letter for each bidi class, so that the classes of a text are a string too.

The strong classes and the numbers are capitals; ``p t c`` are plus, terminator and comma; ``l r``
embed, ``x y`` override and ``z`` pops; ``i j k`` open an isolate and ``q`` closes it.
"""

_DATA = Path(__file__).parent / "data"


def _rows(name: str) -> Iterator[tuple[int, str]]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code_point, value = line.split("\t")
            yield int(code_point, 16), value


class _Table(dict[int, str]):
    """Code point to one-letter value, filled as texts ask for them: for ``str.translate``."""

    def __init__(self, name: str, codes: dict[str, str] | None = None) -> None:
        rows = list(_rows(name))
        self._starts = [start for start, _ in rows]
        self._values = [codes[value] if codes else value for _, value in rows]

    def __missing__(self, code_point: int) -> str:
        value = self._values[bisect_right(self._starts, code_point) - 1]
        self[code_point] = value
        return value


@cache
def _bidi_classes() -> _Table:
    return _Table("bidi_class.tsv", CODES)


@cache
def _joining_types() -> _Table:
    return _Table("joining_type.tsv")


def classify(text: str) -> str:
    """Return the bidi class of each character.

    Args:
        text: Any text.

    Returns:
        As many letters of :data:`CODES` as the text has characters; unassigned code points have
        the defaults of https://www.unicode.org/reports/tr44/#Bidi_Class.
    """
    return text.translate(_bidi_classes())


def joining_types(text: str) -> str:
    """Return the joining type of each character.

    Args:
        text: Any text.

    Returns:
        As many letters as the text has characters: D dual, R right, L left, C causing,
        T transparent, U none (https://www.unicode.org/versions/latest/core-spec/chapter-9/#G42199).
    """
    return text.translate(_joining_types())


class Bracket(NamedTuple):
    """A paired bracket (BD14, BD15): its closing partner, canonical equivalents made one."""

    closing: str
    opens: bool


@cache
def brackets() -> dict[str, Bracket]:
    """Return the paired brackets, by character: https://www.unicode.org/reports/tr9/#BD16."""
    table = {}
    for code_point, value in _rows("brackets.tsv"):
        partner = chr(int(value, 16))
        closing = unicodedata.normalize("NFC", partner)
        table[chr(code_point)] = Bracket(closing, opens=True)
        table[partner] = Bracket(closing, opens=False)
    return table


@cache
def bracket_pattern() -> re.Pattern[str]:
    """Return a pattern that finds one paired bracket."""
    return re.compile(f"[{re.escape(''.join(brackets()))}]")
