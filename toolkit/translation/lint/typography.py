"""Spaces, half-spaces, quotation marks and punctuation."""

import re
from collections.abc import Iterator

from toolkit.language.quotation import quotation_marks
from toolkit.translation.lint.wording import Hit, Wording, describe, finds
from toolkit.translation.tables import table

__all__ = [
    "find_double_spaces",
    "find_end",
    "find_joiners",
    "find_latin_punctuation",
    "find_outer_spaces",
    "find_quotation_marks",
    "find_straight_quotes",
]

_JOINER_AT_EDGE = re.compile("(?<![^\\W\\d_])[\u0654\u064b]?\u200c|\u200c(?![^\\W\\d_])")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")
_MARKS = set("«»‹›“”„‟‘’‚‛「」『』")


@finds("outer-space")
def find_outer_spaces(wording: Wording) -> Iterator[Hit]:
    """Find space before or after the text."""
    is_plain = wording.english == wording.english.strip()
    if is_plain and wording.text != wording.text.strip():
        yield Hit(wording.text.strip(), wording.text.strip())


@finds("double-space")
def find_double_spaces(wording: Wording) -> Iterator[Hit]:
    """Find two spaces in a row."""
    if "  " in wording.text.strip():
        yield Hit(wording.text, re.sub(" {2,}", " ", wording.text))


@finds("joiner-at-edge")
def find_joiners(wording: Wording) -> Iterator[Hit]:
    """Find half-spaces at the edge of a word, or twice."""
    letters = re.sub("[\u0651\u0654\u064b\u064d]", "", wording.bare)
    if _JOINER_AT_EDGE.search(letters):
        yield Hit(wording.text)


@finds("straight-quote")
def find_straight_quotes(wording: Wording) -> Iterator[Hit]:
    """Find straight quotation marks; an apostrophe inside a word is none."""
    for character in sorted({'"', "'"} & set(_APOSTROPHE.sub("", wording.text))):
        yield Hit(wording.text, words=_words(wording, character))


@finds("quotation-marks")
def find_quotation_marks(wording: Wording) -> Iterator[Hit]:
    """Find quotation marks that CLDR does not give the language."""
    own = {mark for pair in quotation_marks(wording.tag) for mark in pair}
    for character in sorted(_MARKS & set(_APOSTROPHE.sub("", wording.text)) - own):
        yield Hit(wording.text, words=_words(wording, character))


def _words(wording: Wording, character: str) -> dict[str, str]:
    (opening, closing), _ = quotation_marks(wording.tag)
    return {"character": describe(character), "marks": f"{opening} and {closing}"}


@finds("latin-punctuation")
def find_latin_punctuation(wording: Wording) -> Iterator[Hit]:
    """Find commas, semicolons and question marks that point the wrong way in Arabic script."""
    if wording.script != "Arab":
        return
    marks: dict[str, str] = table("lint")["punctuation"]
    for character in sorted(marks.keys() & set(wording.text)):
        mended = wording.text.replace(character, marks[character])
        yield Hit(wording.text, mended, {"character": describe(character)})


@finds("end-punctuation")
def find_end(wording: Wording) -> Iterator[Hit]:
    """Find a text that ends with another kind of mark than the English."""
    end, expected = _end(wording.bare), _end(wording.english)
    if end != expected:
        yield Hit(wording.text, words={"end": end, "expected": expected})


def _end(text: str) -> str:
    last = text.strip()[-1:] or " "
    endings: dict[str, str] = table("lint")["endings"]
    return next((name for name, marks in endings.items() if last in marks), "no punctuation mark")
