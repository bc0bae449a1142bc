"""Ordinal numbers in figures: ``1st``, ``۵ام``."""

from toolkit.language.arguments import expect_number
from toolkit.language.negotiation import nearest
from toolkit.language.numbers import number
from toolkit.language.plurals import ordered
from toolkit.language.tables import table

__all__ = ["ordinal"]


def ordinal(value: int, tag: str, numbering: str) -> str:
    """Return a whole number as a place in an order.

    Args:
        value: The number.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.

    Returns:
        Such as ``1st`` or ``۵ام``.

    Raises:
        LocaleError: It is no number.
    """
    expect_number(value)
    forms = nearest(table("ordinals")["languages"], tag) or table("ordinals")["default"]
    return ordered(forms, value, tag).replace("{0}", number(value, tag, numbering))
