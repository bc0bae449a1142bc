"""Measures: a number with its unit, in the form that the number asks for."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.arguments import expect_choice
from toolkit.language.cldr import cldr_table
from toolkit.language.numbers import Number, number, rounded
from toolkit.language.plurals import counted

__all__ = ["UnitLength", "unit"]

UnitLength = Literal["long", "short", "narrow"]

_LENGTHS: dict[UnitLength, tuple[str, ...]] = {
    "long": ("long", "short"),
    "short": ("short",),
    "narrow": ("narrow", "short"),
}


def unit(value: Number, name: str, tag: str, numbering: str, length: UnitLength) -> str:
    """Return a measure.

    Args:
        value: The number.
        name: CLDR's id of the unit, such as ``minute`` or ``duration-minute``.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.
        length: How much of the unit's name is written.

    Returns:
        Such as ``۵ دقیقه``.

    Raises:
        LocaleError: CLDR has no such unit, it is no number, or no length is so called.
    """
    expect_choice(length, tuple(_LENGTHS), "a length of a measure")
    shown = rounded(value, 3)
    shown = shown.normalize() if shown.is_finite() else shown
    pattern = counted(_patterns(name, tag, length), shown, tag)
    return pattern.replace("{0}", number(value, tag, numbering))


@lru_cache(maxsize=512)
def _patterns(name: str, tag: str, length: UnitLength) -> Mapping[str, str]:
    """Return the patterns by plural category; a short one serves where a length has none."""
    known = cldr_table(tag, "unit_patterns")
    full = next((key for key in known if name in (key, key.partition("-")[2])), None)
    if full is None:
        raise LocaleError(
            Diagnostic(
                code="unknown-unit",
                reason=f"“{name[:40]}” is not a unit that CLDR knows",
                remedy="Use a name such as minute, kilometer or hectare",
            )
        )
    found: dict[str, str] = {}
    for step in _LENGTHS[length]:
        found = dict(known[full].get(step, {}))
        if "other" in found:
            break
    return found
