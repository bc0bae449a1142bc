"""Numbers, percents and digits as a language writes them.

Babel never emits native digits, the sign ``٪`` or the localised minus; the symbols are there in
its data, and are put in their places here (https://www.unicode.org/reports/tr35/tr35-numbers.html).
"""

import math
from decimal import Context, Decimal, localcontext
from functools import cache
from typing import TYPE_CHECKING, Any

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.cldr import cldr
from toolkit.language.tables import table

if TYPE_CHECKING:
    from babel.numbers import NumberPattern

__all__ = ["Number", "default_numbering", "digits", "number", "numbering_system", "percent"]

Number = int | float | Decimal

_WIDE = Context(prec=400)
"""Holds every float written out, which Python's default of 28 digits does not."""


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


@cache
def _symbols(tag: str, numbering: str) -> tuple[str, dict[str, Any], dict[int, str]]:
    """Return whose symbols serve a numbering system, these, and what replaces ASCII by them."""
    known = cldr(tag).number_symbols
    owner = numbering if known.get(numbering, {}).get("decimal") else "latn"
    symbols = dict(known[owner])
    signs = {ord("-"): symbols["minusSign"], ord("%"): symbols["percentSign"]}
    return owner, symbols, _digits(numbering) | signs


def _format(pattern: "NumberPattern", value: Number, tag: str, numbering: str) -> str:
    owner, symbols, replacements = _symbols(tag, numbering)
    with localcontext(_WIDE):
        text = str(pattern.apply(value, cldr(tag), numbering_system=owner))
    if math.isnan(value):
        text = text.replace("NaN", symbols["nan"])
    return text.translate(replacements)


def number(value: Number, tag: str, numbering: str) -> str:
    """Return a number with grouped digits and at most three decimals, rounded half to even.

    Args:
        value: The number.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.

    Returns:
        The number, such as ``۱٬۲۳۴٫۵``.
    """
    return _format(cldr(tag).decimal_formats[None], value, tag, numbering)


def percent(value: Number, tag: str, numbering: str) -> str:
    """Return a fraction as whole percents.

    Args:
        value: The fraction: 0.26 for 26 percent.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.

    Returns:
        The percentage, such as ``۲۶٪``.
    """
    return _format(cldr(tag).percent_formats[None], value, tag, numbering)


def digits(text: str | int, numbering: str) -> str:
    """Return a text with native digits in place of 0 to 9, all else untouched.

    Args:
        text: The text, or a whole number such as a year.
        numbering: Id of the numbering system.

    Returns:
        The same text in the numbering system's digits.
    """
    return str(text).translate(_digits(numbering))
