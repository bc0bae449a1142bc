"""Characters: no markup, nothing invisible, the language's own letters and digits."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, decimal, normalize

from toolkit.language.locale import Locale
from toolkit.translation.lint.wording import Hit, Wording, describe, finds

__all__ = [
    "find_bidi_controls",
    "find_breaks",
    "find_digits",
    "find_invisible",
    "find_latin",
    "find_letters",
    "find_markup",
    "find_not_composed",
    "find_tatweel",
    "find_yeh",
]

_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile(
    "[\u00a0\u00ad\u115f\u1160\u180e\u200b\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb]"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
_WORD_CHARACTERS = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Cf"}


def _each(pattern: re.Pattern[str], text: str) -> Iterator[Hit]:
    for character in dict.fromkeys(pattern.findall(text)):
        yield Hit(words={"character": describe(character)})


@finds("markup")
def find_markup(wording: Wording) -> Iterator[Hit]:
    """Find characters of HTML that the English has not."""
    for character in sorted(set("<>&") & set(wording.text) - set(wording.english)):
        yield Hit(wording.text, words={"character": describe(character)})


@finds("bidi-control")
def find_bidi_controls(wording: Wording) -> Iterator[Hit]:
    """Find marks, embeddings, overrides and isolates (UAX #9, section 2)."""
    yield from _each(_BIDI, wording.text)


@finds("invisible")
def find_invisible(wording: Wording) -> Iterator[Hit]:
    """Find spaces and joiners that look like others or like nothing; not the half-space."""
    yield from _each(_INVISIBLE, wording.text)


@finds("line-break")
def find_breaks(wording: Wording) -> Iterator[Hit]:
    """Find line breaks and other C0 and C1 controls that the English has not."""
    if any(category(c) == "Cc" for c in set(wording.text) - set(wording.english)):
        yield Hit(" ".join(wording.text.split()))


@finds("not-nfc")
def find_not_composed(wording: Wording) -> Iterator[Hit]:
    """Find text that is not in Normalization Form C (UAX #15)."""
    composed = normalize("NFC", wording.text)
    if composed != wording.text:
        yield Hit(wording.text, composed)


@finds("wrong-letter")
def find_letters(wording: Wording) -> Iterator[Hit]:
    """Find letters, neither Latin nor the language's, in Arabic script."""
    row = wording.alphabet
    if row is None:
        return
    for character in dict.fromkeys(normalize("NFC", wording.bare)):
        if _is_letter(character) and character not in row["letters"]:
            right = row["alike"].get(character)
            way_out = (
                f"Write {describe(right[0]) if len(right) == 1 else right}"
                if right
                else ("Write it with the letters of the language")
            )
            suggestion = wording.text.replace(character, right) if right else None
            words = {"character": describe(character), "way_out": way_out}
            yield Hit(wording.text, suggestion, words)


def _is_letter(character: str) -> bool:
    """Tell whether a character is a letter or mark that no other rule speaks of."""
    if _LATIN.match(character) or character == "\u0640":
        return False
    if _BIDI.match(character) or _INVISIBLE.match(character):
        return False
    return category(character) in _WORD_CHARACTERS


@finds("yeh-inside")
def find_yeh(wording: Wording) -> Iterator[Hit]:
    """Find in Pashto the yeh of word ends inside words."""
    inside = (wording.alphabet or {}).get("yeh_inside", {})
    for wrong, right in inside.items():
        mended = re.sub(f"{wrong}(?=[^\\W\\d_])", right, wording.text)
        if mended != wording.text:
            yield Hit(wording.text, mended, {"character": describe(wrong)})


@finds("latin-text")
def find_latin(wording: Wording) -> Iterator[Hit]:
    """Find Latin words, but names and terms that the English has too, such as PDF."""
    if wording.alphabet is not None:
        known = {word.lower() for source in wording.sources for word in _LATIN.findall(source)}
        for word in _LATIN.findall(wording.bare):
            if word.lower() not in known or wording.text in wording.sources:
                yield Hit(word)
                return


@finds("foreign-digit")
def find_digits(wording: Wording) -> Iterator[Hit]:
    """Find digits that are not the language's own, but in names such as MP3."""
    native = _digits(wording.tag)
    tokens = {token for source in wording.sources for token in re.findall(r"\w+", source)}
    mended = re.sub(
        r"\w+",
        lambda token: token[0] if token[0] in tokens else _native(token[0], native),
        wording.bare,
    )
    if mended != wording.bare:
        yield Hit(wording.text, _native(wording.text, native))


@cache
def _digits(tag: str) -> str:
    return "".join(Locale.parse(tag).digits(number) for number in range(10))


def _native(text: str, digits: str) -> str:
    return "".join(digits[number] if (number := decimal(c, None)) is not None else c for c in text)


@finds("tatweel")
def find_tatweel(wording: Wording) -> Iterator[Hit]:
    """Find words stretched with U+0640."""
    if "\u0640" in wording.text:
        yield Hit(wording.text, wording.text.replace("\u0640", ""))
