"""Numbers, percents and ranges as a language writes them.

Babel never emits native digits, the sign ``٪`` or the localised minus; the symbols are there in
its data, and are put in their places here (https://www.unicode.org/reports/tr35/tr35-numbers.html).
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from copy import copy
from decimal import Context, Decimal, InvalidOperation, localcontext
from functools import lru_cache
from typing import TYPE_CHECKING

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.arguments import expect_number
from toolkit.language.cldr import cldr
from toolkit.language.numbering import signs

if TYPE_CHECKING:
    from babel.numbers import NumberPattern

__all__ = [
    "MOST_DECIMALS",
    "Number",
    "number",
    "percent",
    "rounded",
    "span",
    "with_decimals",
    "written",
]

Number = int | float | Decimal

_WIDE = Context(prec=400)
"""Holds every float written out, which Python's default of 28 digits does not."""

MOST_DECIMALS = 20


@contextmanager
def _wide() -> Iterator[None]:
    try:
        with localcontext(_WIDE):
            yield
    except InvalidOperation as error:
        reason = f"A number of more than {_WIDE.prec} digits cannot be shown"
        remedy = "Give a smaller one"
        raise LocaleError(Diagnostic(code="bad-number", reason=reason, remedy=remedy)) from error


def written(pattern: "NumberPattern", value: Number, tag: str, numbering: str) -> str:
    """Return a number by one of CLDR's patterns; a currency's place in it is left as ``¤``.

    Args:
        pattern: The pattern.
        value: The number.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.

    Returns:
        The number with the language's signs and separators and the system's digits.

    Raises:
        LocaleError: It is no number, or has more than 400 digits.
    """
    expect_number(value)
    found = signs(tag, numbering)
    with _wide():
        text = str(pattern.apply(value, cldr(tag), numbering_system=found.owner))
    if math.isnan(value):
        text = text.replace("NaN", found.nan)
    return text.translate(found.replacements)


def with_decimals(pattern: "NumberPattern", decimals: int | None) -> "NumberPattern":
    """Return a pattern that shows so many decimals.

    Args:
        pattern: One of CLDR's patterns.
        decimals: From 0 to 20, or ``None``: as the pattern says.

    Raises:
        LocaleError: So many decimals cannot be shown.
    """
    if decimals is None:
        return pattern
    if not (isinstance(decimals, int) and 0 <= decimals <= MOST_DECIMALS):
        reason = f"{decimals} decimals cannot be shown"
        remedy = f"Ask for 0 to {MOST_DECIMALS}"
        raise LocaleError(Diagnostic(code="bad-decimals", reason=reason, remedy=remedy))
    pattern = copy(pattern)
    pattern.frac_prec = (decimals, decimals)
    return pattern


def rounded(value: Number, decimals: int) -> Decimal:
    """Return a number as it is shown with so many decimals, rounded half to even.

    Args:
        value: The number.
        decimals: Decimals; less than 0 for tens, hundreds and so on.

    Returns:
        The number with just so many decimals: what plural rules look at.

    Raises:
        LocaleError: It is no number, or has more than 400 digits.
    """
    expect_number(value)
    exact = Decimal(str(value))
    if not exact.is_finite():
        return exact
    with _wide():
        return exact.quantize(Decimal(1).scaleb(-decimals))


@lru_cache(maxsize=512)
def _decimal(tag: str, decimals: int | None) -> "NumberPattern":
    return with_decimals(cldr(tag).decimal_formats[None], decimals)


@lru_cache(maxsize=512)
def _percent(tag: str, decimals: int) -> "NumberPattern":
    return with_decimals(cldr(tag).percent_formats[None], decimals)


def number(value: Number, tag: str, numbering: str, decimals: int | None = None) -> str:
    """Return a number with grouped digits, rounded half to even.

    Args:
        value: The number.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.
        decimals: How many decimals; ``None``: at most three.

    Returns:
        The number, such as ``۱٬۲۳۴٫۵``.

    Raises:
        LocaleError: So many decimals cannot be shown.
    """
    return written(_decimal(tag, decimals), value, tag, numbering)


def percent(value: Number, tag: str, numbering: str, decimals: int = 0) -> str:
    """Return a fraction as percents.

    Args:
        value: The fraction: 0.26 for 26 percent.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.
        decimals: How many decimals.

    Returns:
        The percentage, such as ``۲۶٪``.

    Raises:
        LocaleError: So many decimals cannot be shown.
    """
    return written(_percent(tag, decimals), value, tag, numbering)


def span(first: Number, last: Number, tag: str, numbering: str) -> str:
    """Return a range of numbers, to be set from left to right.

    Args:
        first: Where it begins.
        last: Where it ends.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.

    Returns:
        The range, such as ``۳–۵``, spaced where a number has a sign; one number where both ends
        are shown alike.
    """
    ends = [number(value, tag, numbering) for value in (first, last)]
    if ends[0] == ends[1]:
        return ends[0]
    bare = all(end[0].isdigit() for end in ends)
    return ("–" if bare else " – ").join(ends)
