"""Numbering systems: whose digits a number is written in, and whose signs go with them.

The systems are CLDR's (https://www.unicode.org/reports/tr35/tr35-numbers.html#Numbering_Systems).
"""

from functools import cache
from typing import NamedTuple

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.cldr import cldr
from toolkit.language.tables import table

__all__ = ["default_numbering", "digits", "numbering_system", "signs"]


def default_numbering(tag: str) -> str:
    """Return the id of CLDR's default numbering system for a language, such as ``arabext``."""
    return cldr(tag).default_numbering_system


def numbering_system(tag: str, asked: str) -> str:
    """Return the numbering system that a ``-u-nu-`` value asks for.

    Args:
        tag: BCP 47 tag of the language.
        asked: A numbering system's id such as ``latn``, or ``native``.

    Returns:
        The numbering system's id.

    Raises:
        LocaleError: Its digits are not known.
    """
    name = cldr(tag).other_numbering_systems.get("native", asked) if asked == "native" else asked
    if name not in table("digits"):
        raise LocaleError(
            Diagnostic(
                code="unknown-numbering",
                reason=f"“{asked}” is not a numbering system we know",
                remedy="Use latn, arabext, arab or native",
            )
        )
    return name


@cache
def _digits(numbering: str) -> dict[int, str]:
    return {ord("0") + value: digit for value, digit in enumerate(table("digits")[numbering])}


class Signs(NamedTuple):
    """The signs that stand in a number.

    Args:
        owner: The numbering system whose separators Babel sets.
        replacements: What replaces ASCII digits, minus and percent sign.
        nan: What is no number.
    """

    owner: str
    replacements: dict[int, str]
    nan: str


@cache
def signs(tag: str, numbering: str) -> Signs:
    """Return a language's signs for a numbering system; where it has none, those for ``latn``.

    Args:
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.
    """
    known = cldr(tag).number_symbols
    owner = numbering if known.get(numbering, {}).get("decimal") else "latn"
    symbols = known[owner]
    replaced = {ord("-"): symbols["minusSign"], ord("%"): symbols["percentSign"]}
    return Signs(owner, _digits(numbering) | replaced, symbols["nan"])


def digits(text: str | int, numbering: str) -> str:
    """Return a text with native digits in place of 0 to 9, all else untouched.

    Args:
        text: The text, or a whole number such as a year.
        numbering: Id of the numbering system.

    Returns:
        The same text in the numbering system's digits.
    """
    return str(text).translate(_digits(numbering))
