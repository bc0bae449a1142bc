"""Characters that cannot be seen, made visible by their short names: ``⟨ZWNJ⟩``.

The names are those of https://www.unicode.org/reports/tr9/ and of the code charts.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

__all__ = ["Invisible", "find_invisible", "partners", "short_names", "visible"]

_DATA = Path(__file__).parent / "data" / "invisible.toml"
_OPENING = {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c")} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)


@dataclass(frozen=True, slots=True)
class Invisible:
    """A character that cannot be seen.

    Args:
        place: Its place in the text.
        short: Its short name, such as ``LRI``.
        code_point: Such as ``U+2066``.
        name: Its name in Unicode.
        partner: Place of the control that closes it or that it closes, or ``None``.
    """

    place: int
    short: str
    code_point: str
    name: str
    partner: int | None = None


@cache
def short_names() -> dict[str, str]:
    """Return the short names by character."""
    rows = tomllib.loads(_DATA.read_text("utf-8"))
    return {chr(int(code_point, 16)): name for code_point, name in rows.items()}


def visible(text: str) -> str:
    """Return a text with what cannot be seen by its short name.

    Args:
        text: Any text.
    """
    names = short_names()
    return _pattern().sub(lambda found: f"⟨{names[found[0]]}⟩", text)


def find_invisible(text: str) -> list[Invisible]:
    """Return the characters of a paragraph that cannot be seen, controls with their partners.

    Args:
        text: One paragraph.
    """
    pairs = partners(text)
    return [
        Invisible(
            place=match.start(),
            short=short_names()[match[0]],
            code_point=f"U+{ord(match[0]):04X}",
            name=unicodedata.name(match[0], ""),
            partner=pairs.get(match.start()),
        )
        for match in _pattern().finditer(text)
    ]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(short_names()))}]")


def partners(text: str) -> dict[int, int]:
    """Pair the embeddings, overrides and isolates of a paragraph (BD9, X6a, X7).

    Args:
        text: One paragraph.

    Returns:
        For each place of a paired control the place of its partner, both ways.
    """
    pairs: dict[int, int] = {}
    opened: list[int] = []
    isolates = 0
    for match in re.finditer("[\u202a-\u202e\u2066-\u2069]", text):
        control, place = match[0], match.start()
        if control in _OPENING:
            isolates += _OPENING[control] == "\u2069"
            opened.append(place)
            continue
        if control == "\u2069" and isolates:
            isolates -= 1
            while _OPENING[text[opened[-1]]] != control:
                opened.pop()
        if opened and _OPENING[text[opened[-1]]] == control:
            partner = opened.pop()
            pairs |= {place: partner, partner: place}
    return pairs
