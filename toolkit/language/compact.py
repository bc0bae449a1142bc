"""Large numbers in short: ``1.2 million``, ``۱٫۲ میلیون``.

The patterns are CLDR's (https://www.unicode.org/reports/tr35/tr35-numbers.html#Compact_Number_Formats).
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args

from toolkit.language.arguments import expect_choice, expect_number
from toolkit.language.cldr import cldr
from toolkit.language.negotiation import nearest
from toolkit.language.numbers import MOST_DECIMALS, Number, number, rounded
from toolkit.language.plurals import counted
from toolkit.language.tables import table

__all__ = ["CompactLength", "compact"]

CompactLength = Literal["long", "short"]


class _Step(NamedTuple):
    """How numbers from a power of ten on are written: divided by ten to ``power``, in a form."""

    power: int
    forms: Mapping[str, str]


_AS_IT_IS = _Step(0, {"other": "{0}"})


def compact(value: Number, tag: str, numbering: str, length: CompactLength) -> str:
    """Return a large number in short, to whole units or to two significant digits.

    Args:
        value: The number.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.
        length: ``long``, in words, or ``short``.

    Returns:
        Such as ``۱٫۲ میلیون``; the number itself where the language shortens none of its size.

    Raises:
        LocaleError: It is no number, or no length is so called.
    """
    expect_number(value)
    expect_choice(length, get_args(CompactLength), "a length of a number")
    exact = Decimal(str(value))
    if not exact.is_finite():
        return number(value, tag, numbering)
    steps = _steps(tag, length)
    step = _step(steps, exact.adjusted())
    # What rounds up to the next step, such as 999,999, is written as that.
    step = _step(steps, _shortened(exact, step).adjusted() + step.power)
    shown = _shortened(exact, step)
    amount = number(shown, tag, numbering, min(_decimals(shown), MOST_DECIMALS))
    return counted(step.forms, shown, tag).replace("{0}", amount)


def _step(steps: Mapping[int, _Step], magnitude: int) -> _Step:
    return steps.get(min(magnitude, max(steps, default=0)), _AS_IT_IS)


def _shortened(exact: Decimal, step: _Step) -> Decimal:
    value = exact.scaleb(-step.power)
    shown = rounded(value, 0 if abs(value) >= 10 else 1 - value.adjusted())
    return rounded(shown, _decimals(shown))


def _decimals(value: Decimal) -> int:
    """Return how many decimals a number has, trailing zeros apart."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@lru_cache(maxsize=512)
def _steps(tag: str, length: CompactLength) -> Mapping[int, _Step]:
    """Return the steps of a language by power of ten."""
    ours = {entry["language"]: entry["words"] for entry in table("overrides")["compact"]}
    if words := nearest(ours, tag):
        return {
            power: _Step(power - power % 3, {"other": f"{{0}} {words[power // 3 - 1]}"})
            for power in range(3, 3 * len(words) + 3)
        }
    formats = cldr(tag).compact_decimal_formats
    patterns = formats.get(length) or formats["short"]
    return {len(key) - 1: _cldr_step(patterns, key) for key in patterns.get("other", ())}


def _cldr_step(patterns: Mapping[str, Mapping[str, Any]], key: str) -> _Step:
    found = {name: of_key[key] for name, of_key in patterns.items() if key in of_key}
    forms = {
        name: f"{pattern.prefix[0]}{{0}}{pattern.suffix[0]}".replace("'", "")
        for name, pattern in found.items()
    }
    zeros = found["other"].pattern.count("0")
    return _AS_IT_IS if forms["other"] == "{0}" else _Step(len(key) - zeros, forms)
