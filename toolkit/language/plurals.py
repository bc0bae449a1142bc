"""Plural categories: which form of a word goes with a number.

The rules are CLDR's (https://www.unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules).
"""

from collections.abc import Mapping
from decimal import Decimal

from toolkit.language.cldr import cldr

__all__ = ["counted", "ordered"]


def counted(forms: Mapping[str, str], value: Decimal, tag: str) -> str:
    """Return the form of a word that goes with a number of things.

    Args:
        forms: Forms by plural category; ``other`` at least.
        value: The number, with the decimals that are shown.
        tag: BCP 47 tag of the language.
    """
    category = cldr(tag).plural_form(value) if value.is_finite() else "other"
    return forms.get(category) or forms["other"]


def ordered(forms: Mapping[str, str], value: int, tag: str) -> str:
    """Return the form of a word that goes with a place in an order; arguments as above."""
    return forms.get(cldr(tag).ordinal_form(value)) or forms["other"]
