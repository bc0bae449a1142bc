"""Rules X1 to X8: explicit levels, overrides and isolates.

https://www.unicode.org/reports/tr9/#Explicit_Levels_and_Directions
"""

import re
from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["MAX_DEPTH", "Explicit", "explicit"]

MAX_DEPTH: Final = 125
_CONTROL = re.compile("[lrxyzijkqB]")
_ISOLATE_OR_STRONG = re.compile("[ijkqLRA]")


class _Status(NamedTuple):
    level: int
    override: str = ""  # "L", "R" or nothing
    isolate: bool = False


@dataclass(slots=True)
class Explicit:
    """What the explicit rules make of a paragraph.

    Args:
        types: Bidi class of each character, overrides applied.
        levels: Embedding level of each character.
        closers: Index of each isolate initiator that has one to the index of its PDI (BD9).
        nested: Whether there may be more than one level.
    """

    types: str
    levels: bytearray
    closers: dict[int, int]
    nested: bool


def _isolates(codes: str) -> tuple[dict[int, int], set[int]]:
    """Return initiator to PDI (BD9), and the FSIs that stand for RLI (X5c)."""
    closers: dict[int, int] = {}
    first: dict[int, str] = {}
    opened: list[int] = []
    for match in _ISOLATE_OR_STRONG.finditer(codes):
        code, i = match[0], match.start()
        if code in "ijk":
            opened.append(i)
        elif code != "q":
            if opened:
                first.setdefault(opened[-1], code)
        elif opened:
            closers[opened.pop()] = i
    return closers, {i for i, code in first.items() if codes[i] == "k" and code != "L"}


class _Stack:
    """The directional status stack and its three counters (X1)."""

    __slots__ = ("isolates", "overflow_embeddings", "overflow_isolates", "statuses")

    def __init__(self, base: int) -> None:
        self.statuses = [_Status(base)]
        self.overflow_isolates = self.overflow_embeddings = self.isolates = 0

    @property
    def last(self) -> _Status:
        return self.statuses[-1]

    def _push(self, override: str, *, rtl: bool, isolate: bool) -> bool:
        level = (self.last.level + 1) | 1 if rtl else (self.last.level + 2) & ~1
        fits = level <= MAX_DEPTH and not (self.overflow_isolates or self.overflow_embeddings)
        if fits:
            self.statuses.append(_Status(level, override, isolate))
        return fits

    def embed(self, code: str) -> None:
        """X2 to X5: LRE, RLE, LRO, RLO."""
        override = {"x": "L", "y": "R"}.get(code, "")
        if not self._push(override, rtl=code in "ry", isolate=False) and not self.overflow_isolates:
            self.overflow_embeddings += 1

    def isolate(self, *, rtl: bool) -> None:
        """X5a to X5c: LRI, RLI, FSI."""
        if self._push("", rtl=rtl, isolate=True):
            self.isolates += 1
        else:
            self.overflow_isolates += 1

    def pop_isolate(self) -> None:
        """X6a: PDI."""
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.isolates:
            self.overflow_embeddings = 0
            while not self.statuses.pop().isolate:
                pass
            self.isolates -= 1

    def pop_embedding(self) -> None:
        """X7: PDF."""
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif len(self.statuses) > 1 and not self.last.isolate:
            self.statuses.pop()


def explicit(codes: str, base: int) -> Explicit:
    """Apply rules X1 to X8.

    Args:
        codes: Bidi classes of a paragraph, as :func:`~toolkit.direction.properties.classify` has
            them.
        base: Paragraph embedding level, 0 or 1.

    Returns:
        Levels and types before the weak rules, in time linear in the paragraph's length.
    """
    if not _CONTROL.search(codes):
        return Explicit(codes, bytearray([base]) * len(codes), {}, nested=False)
    closers, rtl_isolates = _isolates(codes)
    stack = _Stack(base)
    levels = bytearray([base]) * len(codes)
    types: list[str] = []
    done = 0
    for match in _CONTROL.finditer(codes):
        i, code = match.start(), match[0]
        types.append(_stretch(codes, done, i, stack.last, levels))
        done = i + 1
        if code == "q":
            stack.pop_isolate()
        status = stack.last
        if code in "ijkq":
            levels[i] = status.level
            types.append(status.override or code)
        else:
            types.append(code)
        if code in "ijk":
            stack.isolate(rtl=code == "j" or i in rtl_isolates)
        elif code in "lrxy":
            stack.embed(code)
        elif code == "z":
            stack.pop_embedding()
    types.append(_stretch(codes, done, len(codes), stack.last, levels))
    return Explicit("".join(types), levels, closers, nested=True)


def _stretch(codes: str, start: int, stop: int, status: _Status, levels: bytearray) -> str:
    """X6: give the characters between two controls their level; return their types."""
    if start == stop:
        return ""
    levels[start:stop] = bytes([status.level]) * (stop - start)
    stretch = codes[start:stop]
    return re.sub("[^b]", status.override, stretch) if status.override else stretch
