"""Refuses what callers give by mistake, in words that say what to give instead.

Each check is an ``isinstance`` or an ``in``, which costs far less than what follows it.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from numbers import Real
from typing import NoReturn

from toolkit.errors import Diagnostic, LocaleError

__all__ = ["expect_choice", "expect_clock", "expect_day", "expect_moment", "expect_number"]

_NUMBERS = (int, float, Decimal, Real)  # Real, of the numeric tower, for those of NumPy
_OTHERS = (bool, Fraction)


def expect_choice(value: object, known: Sequence[str], what: str) -> None:
    """Refuse a value that is none of those known; ``what`` names them, such as ``a length``.

    Raises:
        LocaleError: It is none of them.
    """
    if value not in known:
        reason = f"“{str(value)[:40]}” is not {what}"
        _refuse("unknown-choice", reason, f"Use one of these: {', '.join(known)}")


def expect_number(value: object) -> None:
    """Refuse what is no number; a truth value and a fraction are none that can be written.

    Raises:
        LocaleError: It is no number.
    """
    if not isinstance(value, _NUMBERS) or isinstance(value, _OTHERS):
        _refuse("bad-number", f"{_shown(value)} is not a number", "Give an int, float or Decimal")


def expect_day(value: object) -> None:
    """Refuse what is neither a day nor a timestamp.

    Raises:
        LocaleError: It is neither.
    """
    if not isinstance(value, date):
        _refuse_date(value, "a date or a datetime", "date")


def expect_moment(value: object) -> None:
    """Refuse what is no timestamp.

    Raises:
        LocaleError: It is none.
    """
    if not isinstance(value, datetime):
        _refuse_date(value, "a datetime, which has a time of day", "datetime")


def expect_clock(value: object) -> None:
    """Refuse what has no time of day.

    Raises:
        LocaleError: It has none.
    """
    if not isinstance(value, datetime | time):
        _refuse_date(value, "a datetime, which has a time of day", "datetime")


def _refuse_date(value: object, what: str, kind: str) -> NoReturn:
    remedy = f"Read text with {kind}.fromisoformat" if isinstance(value, str) else f"Give a {kind}"
    _refuse("bad-date", f"{_shown(value)} is not {what}", remedy)


def _refuse(code: str, reason: str, remedy: str) -> NoReturn:
    raise LocaleError(Diagnostic(code=code, reason=reason, remedy=remedy))


def _shown(value: object) -> str:
    return f"“{str(value)[:40]}” ({type(value).__name__})"
