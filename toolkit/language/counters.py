"""Counts the items of a list as a language does: figures, letters, letters for numbers.

CSS Counter Styles 3, https://www.w3.org/TR/css-counter-styles-3/
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from toolkit.language.negotiation import nearest
from toolkit.language.tables import table

__all__ = ["TYPES", "CounterStyle", "counter", "counter_style", "languages"]

TYPES = {
    "1": "figures",
    "a": "letters",
    "A": "capitals",
    "i": "numerals",
    "I": "capital-numerals",
}
"""What ``<ol type>`` can say, and what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterStyle:
    """One counter style.

    Args:
        name: Its name in CSS.
        system: ``numeric``, ``alphabetic``, ``fixed`` or ``additive``.
        symbols: What it counts with, in the order of the system.
        weights: The worth of each symbol of an additive style, descending.
        most: The greatest number that it can write, or ``None``.
        suffix: What follows the number of an item.
        fallback: Name of the style for what it cannot write.
        predefined: Whether browsers and WeasyPrint know it by its name.
    """

    name: str
    system: str
    symbols: tuple[str, ...]
    weights: tuple[int, ...] = ()
    most: int | None = None
    suffix: str = ". "
    fallback: str = "decimal"
    predefined: bool = False

    @classmethod
    @lru_cache
    def named(cls, name: str) -> "CounterStyle":
        """Return a style of the table."""
        found = dict(table("counters")["styles"][name])
        symbols = tuple(found.pop("symbols").split())
        weights = tuple(found.pop("weights", ()))
        return cls(name=name, symbols=symbols, weights=weights, **found)

    @classmethod
    def all(cls) -> "Iterator[CounterStyle]":
        """Yield every style of the table."""
        return map(cls.named, table("counters")["styles"])

    def write(self, number: int) -> str:
        """Return a number without the suffix."""
        if self.system == "numeric":
            figures = "".join(self.symbols[int(figure)] for figure in str(abs(number)))
            return f"-{figures}" if number < 0 else figures
        if not 1 <= number <= self._most:
            return self.named(self.fallback).write(number)
        return {"fixed": self._pick, "alphabetic": self._spell, "additive": self._add}[self.system](
            number
        )

    @property
    def _most(self) -> float:
        counted = len(self.symbols) if self.system == "fixed" else float("inf")
        return counted if self.most is None else self.most

    def _pick(self, number: int) -> str:
        return self.symbols[number - 1]

    def _spell(self, number: int) -> str:
        letters = ""
        while number:
            number, index = divmod(number - 1, len(self.symbols))
            letters = self.symbols[index] + letters
        return letters

    def _add(self, number: int) -> str:
        letters = ""
        for symbol, weight in zip(self.symbols, self.weights, strict=True):
            times, number = divmod(number, weight)
            letters += symbol * times
        return letters


def languages() -> Iterator[tuple[tuple[str, ...], Mapping[str, CounterStyle]]]:
    """Yield the tags that count alike, and their style of each of :data:`TYPES`."""
    for group in table("counters")["languages"]:
        yield tuple(group["tags"]), _styles(group)


def counter_style(tag: str, kind: str = "1") -> CounterStyle:
    """Return how a language counts.

    Args:
        tag: BCP 47 tag.
        kind: One of :data:`TYPES`.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    return _of(tag)[kind]


def counter(number: int, tag: str, kind: str = "1") -> str:
    """Return what stands before an item of a list, such as ``۳. `` or ``پ – ``.

    Args:
        number: The item's ordinal value.
        tag: BCP 47 tag of the list's language.
        kind: One of :data:`TYPES`.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    style = counter_style(tag, kind)
    return style.write(number) + style.suffix


@lru_cache(maxsize=256)
def _of(tag: str) -> Mapping[str, CounterStyle]:
    by_tag = {name: styles for names, styles in languages() for name in names}
    return nearest(by_tag, tag) or _styles(table("counters")["default"])


def _styles(names: Mapping[str, str]) -> Mapping[str, CounterStyle]:
    return {
        kind: CounterStyle.named(names[kind if kind in names else kind.lower()]) for kind in TYPES
    }
