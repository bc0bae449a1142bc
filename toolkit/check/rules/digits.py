"""Digits of another language, and of two systems in one number."""

import re
from collections.abc import Iterator

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds, for_language, table
from toolkit.check.words import language

__all__ = ["find_arabic_digits", "find_mixed_digits"]

_SYSTEMS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC, _PERSIAN = "٠", "۰"
_NUMBER = re.compile("[0-9٠-٩۰-۹]++(?:[.,٫٬:/][0-9٠-٩۰-۹]++)*+")
_VALUE = {digit: value for system in _SYSTEMS for value, digit in enumerate(system)}


@finds("arabic-digit")
def find_arabic_digits(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find numbers all in Arabic-Indic digits where the language has the Persian ones."""
    for number in _NUMBER.finditer(passage.text):
        lang = passage.part_at(number.start()).lang
        if _systems(number[0]) == {1} and _zero(lang) == _PERSIAN:
            words = {"language": language(lang)}
            yield Hit(*number.span(), _in_digits(number[0], _PERSIAN), words)


@finds("mixed-digits")
def find_mixed_digits(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find numbers with digits of more than one system."""
    for number in _NUMBER.finditer(passage.text):
        if len(_systems(number[0])) > 1:
            lang = passage.part_at(number.start()).lang
            yield Hit(*number.span(), _in_digits(number[0], _zero(lang)))


def _systems(number: str) -> set[int]:
    digits = set(number)
    return {i for i, system in enumerate(_SYSTEMS) if not digits.isdisjoint(system)}


def _zero(lang: str) -> str:
    return str(for_language(table("letters")["zero"], lang) or "0")


def _in_digits(number: str, zero: str) -> str:
    return "".join(chr(ord(zero) + _VALUE[c]) if c in _VALUE else c for c in number)
