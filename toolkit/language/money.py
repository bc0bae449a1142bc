"""Amounts of money, with the currency's name or its symbol."""

import re
from collections.abc import Mapping
from typing import Literal, get_args
from unicodedata import category

from toolkit.errors import Diagnostic, LocaleError
from toolkit.language.arguments import expect_choice
from toolkit.language.cldr import cldr, cldr_table
from toolkit.language.negotiation import nearest
from toolkit.language.numbers import Number, number, rounded, with_decimals, written
from toolkit.language.plurals import counted
from toolkit.language.tables import table

__all__ = ["CurrencyStyle", "currency"]

CurrencyStyle = Literal["name", "symbol"]

_CODE = re.compile("[A-Z]{3}")


def currency(
    value: Number,
    code: str,
    tag: str,
    numbering: str,
    style: CurrencyStyle | None = None,
    decimals: int | None = None,
) -> str:
    """Return an amount of money.

    Args:
        value: The amount.
        code: ISO 4217 code.
        tag: BCP 47 tag of the language.
        numbering: Id of the numbering system.
        style: ``name``, ``symbol``, or ``None``: what the language's readers expect.
        decimals: How many decimals; ``None``: as the currency has.

    Returns:
        Such as ``۵۰۰ افغانی`` or ``$5.00``.

    Raises:
        LocaleError: The code is not three capitals, it is no number, no style is so called, or so
            many decimals cannot be shown.
    """
    from babel.numbers import get_currency_precision

    if not _CODE.fullmatch(code):
        reason, remedy = f"“{code[:20]}” is not the code of a currency", "Use one such as AFN"
        raise LocaleError(Diagnostic(code="bad-currency", reason=reason, remedy=remedy))
    if decimals is None:
        decimals = get_currency_precision(code)
    if style:
        expect_choice(style, get_args(CurrencyStyle), "a style of an amount of money")
    style = style or nearest(table("currency")["style"], tag) or "symbol"
    put = _by_name if style == "name" else _by_symbol
    return put(value, code, tag, numbering, decimals)


def _by_name(value: Number, code: str, tag: str, numbering: str, decimals: int) -> str:
    amount, shown = number(value, tag, numbering, decimals), rounded(value, decimals)
    pattern = counted(cldr_table(tag, "currency_unit_patterns"), shown, tag)
    return pattern.replace("{0}", amount).replace("{1}", counted(_names(code, tag), shown, tag))


def _names(code: str, tag: str) -> Mapping[str, str]:
    """Return a currency's name by plural category."""
    ours = {
        entry["language"]: entry["ours"]
        for entry in table("overrides")["currency"]
        if entry["code"] == code
    }
    if own := nearest(ours, tag):
        return {"other": own}
    plurals = cldr_table(tag, "currency_names_plural").get(code, {})
    return {"other": cldr(tag).currencies.get(code, code)} | dict(plurals)


def _by_symbol(value: Number, code: str, tag: str, numbering: str, decimals: int) -> str:
    data = cldr(tag)
    symbol = data.currency_symbols.get(code, code)
    pattern = with_decimals(data.currency_formats["standard"], decimals)
    return _spaced(written(pattern, value, tag, numbering), symbol)


def _spaced(text: str, symbol: str) -> str:
    """Put the symbol in its place, a no-break space between letters and digits (CLDR's rule)."""
    if category(symbol[-1])[0] not in "SZ":
        text = re.sub(r"¤(?=\d)", "¤\u00a0", text)
    if category(symbol[0])[0] not in "SZ":
        text = re.sub(r"(?<=\d)¤", "\u00a0¤", text)
    return text.replace("¤", symbol)
