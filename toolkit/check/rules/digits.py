"""Digits of another language, and of two systems in one number."""

import re
from collections.abc import Iterator

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds, for_language, table
from toolkit.check.words import language
from toolkit.direction import phrases, tokens
from toolkit.direction.script import script_of
from toolkit.direction.verbatim import cover

__all__ = ["find_arabic_digits", "find_latin_digits", "find_mixed_digits"]

_SYSTEMS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_ARABIC, _PERSIAN = "٠", "۰"
_NUMBER = re.compile("[0-9٠-٩۰-۹]++(?:[.,٫٬:/][0-9٠-٩۰-۹]++)*+")
_LATIN = re.compile(
    r"(?<![\w#@/.,:;\-–+$€£°×٫٬])[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?+(?![\w/\-–+:°×$€£%]|[.,]\d)"
)
_SIGNS = str.maketrans({".": "٫", ",": "٬"})
_VALUE = {digit: value for system in _SYSTEMS for value, digit in enumerate(system)}


@finds("arabic-digit")
def find_arabic_digits(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find numbers all in Arabic-Indic digits where the language has the Persian ones."""
    for number in _NUMBER.finditer(passage.text):
        lang = passage.part_at(number.start()).lang
        if _systems(number[0]) == {1} and _zero(lang) == _PERSIAN:
            words = {"language": language(lang)}
            yield Hit(*number.span(), _in_digits(number[0], _PERSIAN), words)


@finds("latin-digit")
def find_latin_digits(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find numbers in ASCII digits in prose; not in names, dates, addresses and quantities."""
    if not _LATIN.search(passage.text):
        return
    for number in _LATIN.finditer(_own(passage)):
        lang = passage.part_at(number.start()).lang
        if _zero(lang) != "0" and script_of(lang).code == "Arab":
            suggestion = _in_digits(number[0], _zero(lang)).translate(_SIGNS)
            yield Hit(*number.span(), suggestion, {"language": language(lang)}, topic=lang)


def _own(passage: Passage) -> str:
    """Return the text without code, tokens and phrases in another script."""
    text, script = passage.text, script_of(passage.lang)
    found = phrases.find(text, script=script, base=passage.base)
    foreign = [phrase for phrase in found if phrase.script not in (None, script)]
    covers = [(phrase.start, phrase.end) for phrase in foreign]
    covers += [(token.start, token.end) for token in tokens.find(text)]
    return cover(passage.shielded, covers)


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
