"""Letters of one language in words of another that has its own."""

import re
from collections.abc import Iterator
from functools import cache

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds, for_language, table
from toolkit.check.words import language, word_at

__all__ = ["find_composed", "find_letters"]


@finds("arabic-letter")
def find_letters(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find words with Arabic yeh, alef maksura or kaf."""
    text, done = passage.text, 0
    for part in passage.prose():
        letters: dict[str, str] = for_language(table("letters")["letters"], part.lang) or {}
        for match in _any_of("".join(letters)).finditer(text, part.start, part.end):
            if match.start() >= done:
                start, done = word_at(text, *match.span())
                yield _hit(text, start, done, letters, part.lang)


@finds("composed-heh")
def find_composed(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find words with U+06C0, which is not canonically equivalent to heh with U+0654."""
    for part in passage.prose():
        letters: dict[str, str] = for_language(table("letters")["composed"], part.lang) or {}
        for match in _any_of("".join(letters)).finditer(passage.text, part.start, part.end):
            start, end = word_at(passage.text, *match.span())
            word = passage.text[start:end]
            yield Hit(start, end, word.replace(match[0], letters[match[0]]))


def _hit(text: str, start: int, end: int, letters: dict[str, str], lang: str) -> Hit:
    word = text[start:end]
    names = table("letters")["names"]
    found = " and ".join(names[letter] for letter in dict.fromkeys(word) if letter in letters)
    suggestion = word.translate({ord(letter): right for letter, right in letters.items()})
    return Hit(start, end, suggestion, {"letters": found, "language": language(lang)})


@cache
def _any_of(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]" if letters else "(?!)")
