"""What text extractors make of a character, and what its bidi class says."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Traits", "traits"]

_STRENGTHS = {"L": "L", "R": "R", "AL": "R"} | dict.fromkeys(("EN", "AN", "ES", "ET", "CS"), "#")


class Traits(NamedTuple):
    """Properties of a character.

    Args:
        strength: ``R``, ``L``, ``#`` (number) or ``N`` (neutral), as extractors see it.
        is_mark: Whether it is set on a letter.
        is_native: Whether it is of the Hebrew or Arabic scripts, digits among them.
        is_arabic_number: Whether its bidi class is AN.
    """

    strength: str
    is_mark: bool
    is_native: bool
    is_arabic_number: bool


@lru_cache(maxsize=4096)
def traits(character: str) -> Traits:
    """Return the properties of a character."""
    bidi = unicodedata.bidirectional(character)
    return Traits(
        strength=_STRENGTHS.get(bidi, "N"),
        is_mark=unicodedata.category(character) in ("Mn", "Me"),
        is_native="\u0590" <= character <= "\u08ff",
        is_arabic_number=bidi == "AN",
    )
