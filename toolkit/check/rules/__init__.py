"""The rules, one idea a module; importing them registers them."""

from toolkit.check.rules import (
    controls,
    digits,
    direction,
    forms,
    joiners,
    language,
    letters,
    punctuation,
    quotations,
    references,
    spaces,
    straight,
)

__all__ = [
    "controls",
    "digits",
    "direction",
    "forms",
    "joiners",
    "language",
    "letters",
    "punctuation",
    "quotations",
    "references",
    "spaces",
    "straight",
]
