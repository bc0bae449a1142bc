"""Numbers and amounts, as methods of a locale.

Each result stands as it is in text of the locale's own direction; in a text of the other one it
belongs in an isolate, as any inserted value does.
"""

from unicodedata import bidirectional

from markupsafe import Markup

from toolkit.language import numbers
from toolkit.language.compact import CompactLength, compact
from toolkit.language.facets.identity import Identity
from toolkit.language.money import CurrencyStyle, currency
from toolkit.language.numbering import digits
from toolkit.language.ordinals import ordinal
from toolkit.language.units import UnitLength, unit

__all__ = ["Numbers"]

_RIGHT_TO_LEFT = {"R", "AL"}


class Numbers(Identity):
    """Numbers, percents, amounts of money, ranges, ordinals and measures in native digits."""

    __slots__ = ()

    def number(self, value: numbers.Number, *, decimals: int | None = None) -> str:
        """Return a number with grouped digits, rounded half to even: ``۱٬۲۳۴٫۵``.

        Args:
            value: The number.
            decimals: How many decimals to show (0 to 20); ``None``: up to three, as needed.

        Raises:
            LocaleError: So many decimals cannot be shown.
        """
        return numbers.number(value, self.tag, self.numbering, decimals)

    def percent(self, value: numbers.Number, *, decimals: int = 0) -> str:
        """Return a fraction as percents: 0.26 as ``۲۶٪``.

        In plain text the sign is set on the left after a Persian letter, on the right else
        (https://www.unicode.org/reports/tr9/#W5); on a page the body's direction mends that.

        Args:
            value: The fraction: 0.26 for 26 percent.
            decimals: How many decimals to show (0 to 20).

        Raises:
            LocaleError: So many decimals cannot be shown.
        """
        return numbers.percent(value, self.tag, self.numbering, decimals)

    def digits(self, text: str | int) -> str:
        """Return a text, or a number such as a year, with native digits in place of 0 to 9."""
        return digits(text, self.numbering)

    def compact(self, value: numbers.Number, length: CompactLength = "long") -> str:
        """Return a large number in short, by two significant digits: ``۱٫۲ میلیون``.

        Args:
            value: The number.
            length: ``long`` (1.2 million) or ``short`` (1.2M).
        """
        return self._led(compact(value, self.tag, self.numbering, length))

    def currency(
        self,
        value: numbers.Number,
        code: str,
        style: CurrencyStyle | None = None,
        *,
        decimals: int | None = None,
    ) -> str:
        """Return an amount of money: ``۵۰۰ افغانی``, ``$5.00``.

        Args:
            value: The amount.
            code: ISO 4217 code, such as ``AFN``; one without a name is shown itself.
            style: ``name`` or ``symbol``; ``None``: what the language's readers expect.
            decimals: How many decimals to show (0 to 20); ``None``: as the currency has.

        Raises:
            LocaleError: The code is not three letters, or so many decimals cannot be shown.
        """
        return self._led(currency(value, code, self.tag, self.numbering, style, decimals))

    def unit(self, value: numbers.Number, name: str, length: UnitLength = "long") -> str:
        """Return a measure: ``۵ دقیقه``, ``12 kilometers``.

        Args:
            value: The number.
            name: CLDR's id of the unit, such as ``minute`` or ``duration-minute``
                (https://www.unicode.org/reports/tr35/tr35-general.html#Unit_Identifiers).
            length: ``long``, ``short`` or ``narrow``.

        Raises:
            LocaleError: CLDR has no such unit.
        """
        return self._led(unit(value, name, self.tag, self.numbering, length))

    def ordinal(self, value: int) -> str:
        """Return a whole number as a place in an order: ``1st``, ``۵ام`` (fa), ``۵م`` (ps)."""
        return ordinal(value, self.tag, self.numbering)

    def range(self, first: numbers.Number, last: numbers.Number) -> str:
        """Return a range of numbers, ``۳–۵``, which reads left to right in every language.

        In a right-to-left language an isolate (U+2066, U+2069) keeps it so.

        Args:
            first: Where it begins.
            last: Where it ends.
        """
        text = numbers.span(first, last, self.tag, self.numbering)
        return f"\u2066{text}\u2069" if self.direction == "rtl" else text

    def range_html(self, first: numbers.Number, last: numbers.Number) -> Markup:
        """Return a range of numbers in a ``bdi`` that keeps it left to right.

        Args:
            first: Where it begins.
            last: Where it ends.
        """
        text = numbers.span(first, last, self.tag, self.numbering)
        return Markup('<bdi dir="ltr">{}</bdi>').format(text)

    def _led(self, text: str) -> str:
        """Put U+200F before a number below zero with a word, which reads from right to left.

        The sign has a U+200E before it, and the first strong character decides in an isolate
        without a direction of its own (FSI, ``bdi``; https://www.unicode.org/reports/tr9/#P2).
        """
        turned = text.startswith("\u200e") and _RIGHT_TO_LEFT & set(map(bidirectional, text))
        return f"\u200f{text}" if turned else text
