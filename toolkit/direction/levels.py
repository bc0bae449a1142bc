"""Embedding levels of a paragraph: the Unicode Bidirectional Algorithm up to rule I2.

``explicit`` applies X1 to X8, ``sequences`` X9 and X10, ``weak`` the rest; ``order`` has L1 and L2.

https://www.unicode.org/reports/tr9/
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from toolkit.direction.explicit import explicit
from toolkit.direction.properties import bracket_pattern, classify
from toolkit.direction.sequences import REMOVED, isolating_run_sequences
from toolkit.direction.weak import implicit_levels, resolve_types

__all__ = ["Base", "Paragraph", "first_strong", "paragraphs", "resolve", "resolve_classes"]

Base = Literal[0, 1]
"""Paragraph embedding level: 0 left to right, 1 right to left."""

_NEEDS_THE_RULES = (re.compile("[RANlrxyijk]"), re.compile("[LENlrxyijk]"))
_REMOVED = re.compile(f"[{''.join(sorted(REMOVED))}]+")
_STRONG_OR_ISOLATE = re.compile("[LRAijkq]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The levels of a paragraph.

    Args:
        base: Paragraph embedding level, 0 or 1.
        levels: One level, 0 to 126, for each character, before rule L1.  Characters that rule X9
            removes have the level of the character before them
            (https://www.unicode.org/reports/tr9/#Retaining_Explicit_Formatting_Characters).
    """

    base: Base
    levels: bytes


def paragraphs(text: str) -> list[str]:
    """Split a text into paragraphs (P1).

    Args:
        text: Any text.

    Returns:
        The paragraphs, each with its separator; together they are the text.
    """
    cuts = [0, *(match.end() for match in re.finditer("B", classify(text))), len(text)]
    pieces = [text[start:stop] for start, stop in pairwise(cuts)]
    return [piece for piece in pieces if piece]


def first_strong(text: str) -> Base | None:
    """Return the direction of the first strong character outside isolates (P2, P3).

    Args:
        text: A paragraph.

    Returns:
        0 or 1, or ``None`` if no character decides.
    """
    return _first_strong(classify(text))


def _first_strong(codes: str) -> Base | None:
    depth = 0
    for match in _STRONG_OR_ISOLATE.finditer(codes):
        code = match[0]
        if code in "ijk":
            depth += 1
        elif code == "q":
            depth = max(0, depth - 1)
        elif not depth:
            return 0 if code == "L" else 1
    return None


def resolve(text: str, base: Base | None = None) -> Paragraph:
    """Resolve the embedding levels of a paragraph.

    Args:
        text: One paragraph; at most its last character is a paragraph separator.
        base: Paragraph embedding level, or ``None`` for that of the first strong character, 0 if
            there is none.

    Returns:
        The levels, in time linear in the length of the text.
    """
    return resolve_classes(classify(text), base, text)


def resolve_classes(codes: str, base: Base | None = None, text: str = "") -> Paragraph:
    """Resolve the embedding levels of a paragraph whose bidi classes are known.

    Args:
        codes: Bidi classes as :func:`~toolkit.direction.properties.classify` returns them.
        base: Paragraph embedding level, or ``None`` for that of the first strong character.
        text: The characters, for rule N0; without them no bracket pairs.

    Returns:
        The levels.
    """
    if base is None:
        base = _first_strong(codes) or 0
    if not _NEEDS_THE_RULES[base].search(codes):
        return Paragraph(base, bytes([base]) * len(codes))
    found = explicit(codes, base)
    levels = bytearray(found.levels)
    text = text if bracket_pattern().search(text) else ""
    for run in isolating_run_sequences(codes, found, base):
        types = _pick(found.types, run.indices)
        characters = _pick(text, run.indices) if text else ""
        resolved = resolve_types(types, characters, run.level, run.sos, run.eos)
        for i, level in zip(run.indices, implicit_levels(resolved, run.level), strict=True):
            levels[i] = level
    return Paragraph(base, _retain(codes, levels, base))


def _pick(text: str, indices: list[int]) -> str:
    """Return the characters at some places, in the time of a copy if they are all."""
    return text if len(indices) == len(text) else "".join([text[i] for i in indices])


def _retain(codes: str, levels: bytearray, base: int) -> bytes:
    """Give the characters that X9 removes the level of the one before them."""
    for match in _REMOVED.finditer(codes):
        start, stop = match.span()
        levels[start:stop] = bytes([levels[start - 1] if start else base]) * (stop - start)
    return bytes(levels)
