"""Rules W1 to W7, N0 to N2 and I1, I2 on one isolating run sequence.

The classes of a sequence are a string, one letter each (:data:`~.properties.CODES`), so that most
rules are one substitution.  ``sos`` and ``eos`` are put around it: no rule needs an edge case.

https://www.unicode.org/reports/tr9/#Resolving_Weak_Types
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from toolkit.direction.properties import bracket_pattern, brackets

__all__ = ["implicit_levels", "resolve_types"]

_MAX_OPEN_BRACKETS: Final = 63  # BD16
_NEUTRAL = "[BSWOijkq]"
_STRONG_R = "[REN]"  # numbers act as R for neutrals

_Substitution = tuple[str, re.Pattern[str], Callable[[re.Match[str]], str] | str]


def _filled(letter: str) -> Callable[[re.Match[str]], str]:
    return lambda match: letter * len(match[0])


_WEAK: Final[tuple[_Substitution, ...]] = (
    # (a letter without which the rule does nothing, what it looks for, what it writes)
    ("m", re.compile("(?<=[ijkq])m+"), _filled("O")),  # W1
    ("m", re.compile("(.)(m+)"), lambda match: match[1] * len(match[0])),  # W1
    ("A", re.compile("A[^LR]*"), lambda match: match[0].replace("E", "N")),  # W2
    ("A", re.compile("A"), "R"),  # W3
    ("p", re.compile("(?<=E)p(?=E)"), "E"),  # W4
    ("c", re.compile("(?<=E)c(?=E)"), "E"),  # W4
    ("c", re.compile("(?<=N)c(?=N)"), "N"),  # W4
    ("t", re.compile("t+(?=E)|(?<=E)t+"), _filled("E")),  # W5
    ("p", re.compile("p"), "O"),  # W6
    ("t", re.compile("t"), "O"),  # W6
    ("c", re.compile("c"), "O"),  # W6
    ("E", re.compile("L[^R]*"), lambda match: match[0].replace("E", "L")),  # W7
)
_SAME_ON_BOTH_SIDES = (
    (re.compile(f"(?<=L){_NEUTRAL}+(?=L)"), _filled("L")),
    (re.compile(f"(?<={_STRONG_R}){_NEUTRAL}+(?={_STRONG_R})"), _filled("R")),
)
_NEUTRALS = re.compile(_NEUTRAL)
_STRONG = re.compile(b"[LREN]")
_ACTS_AS_L = re.compile(b"L")
_ACTS_AS_R = re.compile(b"[REN]")


def resolve_types(types: str, text: str, level: int, sos: str, eos: str) -> str:
    """Resolve the classes of one isolating run sequence.

    Args:
        types: Its classes, overrides applied, without what X9 removes.
        text: Its characters, for the brackets; empty if there are none.
        level: Its embedding level.
        sos: Direction before it, ``L`` or ``R``.
        eos: Direction after it.

    Returns:
        As many letters, each ``L``, ``R``, ``E`` or ``N``.
    """
    line = sos + types
    for needed, pattern, replacement in _WEAK:
        if needed in line:
            line = pattern.sub(replacement, line)
    direction = "R" if level % 2 else "L"
    if text and "O" in line:
        line = _paired_brackets(line, sos + text, types, direction)
    line += eos
    for pattern, fill in _SAME_ON_BOTH_SIDES:  # N1
        line = pattern.sub(fill, line)
    return _NEUTRALS.sub(direction, line)[1:-1]  # N2


def _paired_brackets(line: str, text: str, types: str, direction: str) -> str:
    """N0; ``line`` and ``text`` begin with sos, ``types`` are those before W1."""
    pairs = sorted(_bracket_pairs(line, text))
    state = bytearray(line, "ascii")
    same, opposite = (_ACTS_AS_R, _ACTS_AS_L) if direction == "R" else (_ACTS_AS_L, _ACTS_AS_R)
    context, seen = line[0], 1
    for opening, closing in pairs:
        for match in _STRONG.finditer(state, seen, opening):
            context = "L" if match[0] == b"L" else "R"
        seen = opening
        if same.search(state, opening + 1, closing):
            _set_bracket_pair(state, types, (opening, closing), direction)
        elif opposite.search(state, opening + 1, closing):
            _set_bracket_pair(state, types, (opening, closing), context)
    return state.decode("ascii")


def _set_bracket_pair(state: bytearray, types: str, pair: tuple[int, int], direction: str) -> None:
    for place in pair:
        stop = place + 1
        while types[stop - 1 : stop] == "m":  # types has no sos: one place further on in state
            stop += 1
        state[place:stop] = direction.encode() * (stop - place)


def _bracket_pairs(line: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of bracket pairs (BD16)."""
    table = brackets()
    opened: list[tuple[str, int]] = []
    for match in bracket_pattern().finditer(text):
        i, bracket = match.start(), table[match[0]]
        if line[i] != "O":
            continue
        if bracket.opens:
            if len(opened) == _MAX_OPEN_BRACKETS:
                return
            opened.append((bracket.closing, i))
            continue
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth][0] == bracket.closing:
                yield opened[depth][1], i
                del opened[depth:]
                break


def implicit_levels(types: str, level: int) -> bytes:
    """Apply rules I1 and I2.

    Args:
        types: Resolved types of one sequence.
        level: Its embedding level.

    Returns:
        One level for each type.
    """
    odd = level % 2
    number = level + 2 - odd
    table = bytes.maketrans(b"LREN", bytes([level + odd, level + 1 - odd, number, number]))
    return types.encode("ascii").translate(table)
