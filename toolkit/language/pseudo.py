"""Pseudo-locales: English labels disguised as another language, to test what a page does to it.

``en-XA`` has accents and is longer, ``ar-XB`` runs from right to left, ``fa-XA`` is in Persian
letters; each label stands in brackets.  A text without them is no label, one without its closing
bracket is clipped.  After CLDR's pseudo-locales (https://www.unicode.org/reports/tr35/#unicode_region_subtag_validity).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from toolkit.language.insertion import Pattern
from toolkit.language.tables import table

__all__ = ["PSEUDO_LOCALES", "Pseudo"]

PSEUDO_LOCALES = ("en-XA", "ar-XB", "fa-XA")
"""BCP 47 tags of the pseudo-locales."""

_GROWTH = 1.4  # English grows by up to this in translation; short labels grow by a word or more
_LONG_WORD = 4
_WORD = re.compile("[A-Za-z]+")


@dataclass(frozen=True)
class Pseudo:
    """The disguise of one pseudo-locale, as ``data/pseudo.toml`` has it.

    Args:
        letters: What stands for each letter, or for several together.
        initial: What stands for a letter that begins a word.
        suffix: Ends each long word.
        padding: Words that lengthen a text.
    """

    letters: Mapping[str, str]
    initial: Mapping[str, str]
    suffix: str
    padding: tuple[str, ...]

    @classmethod
    def of(cls, tag: str) -> "Pseudo | None":
        """Return the disguise of a pseudo-locale, or ``None`` for the tag of a language.

        Args:
            tag: A canonical BCP 47 tag.
        """
        return _pseudo(tag) if tag in PSEUDO_LOCALES else None

    def text(self, english: str) -> str:
        """Return an English label in disguise, in brackets, its placeholders as they were.

        Args:
            english: The text of a label, such as ``By {author}``.

        Returns:
            Such as ``[Ḃý {author} öñé]``.

        Raises:
            CatalogueError: A brace belongs to no placeholder.
        """
        pattern = Pattern.parse(english)
        names = [f"{{{name}}}" for name in pattern.names]
        literals = [self._disguised(literal) for literal in pattern.literals]
        text = "".join(piece for pair in zip(literals, [*names, ""], strict=True) for piece in pair)
        return f"[{' '.join([text, *self._padding(len(english), len(text))])}]"

    def _disguised(self, literal: str) -> str:
        return self._replace(_WORD.sub(self._word, literal), self.letters)

    def _word(self, match: re.Match[str]) -> str:
        word = match[0]
        beginning = self._replace(word[0], self.initial)
        return beginning + word[1:] + (self.suffix if len(word) >= _LONG_WORD else "")

    def _replace(self, text: str, letters: Mapping[str, str]) -> str:
        keys = "|".join(map(re.escape, sorted(letters, key=len, reverse=True)))
        if not keys:
            return text

        def replacement(match: re.Match[str]) -> str:
            found = letters[match[0].lower()]
            return found.upper() if match[0].isupper() else found

        return re.sub(keys, replacement, text, flags=re.IGNORECASE)

    def _padding(self, before: int, now: int) -> Iterator[str]:
        for word in self.padding:
            if now >= before * _GROWTH:
                return
            yield self._disguised(word)
            now += len(word) + 1


@lru_cache
def _pseudo(tag: str) -> Pseudo:
    found = table("pseudo")[tag]
    return Pseudo(found["letters"], found["initial"], found["suffix"], tuple(found["padding"]))
