"""Text in another language than it is declared to be in.

WCAG 2.2, success criteria 3.1.1 and 3.1.2 (https://www.w3.org/TR/WCAG22/#language-of-page)
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds
from toolkit.check.words import language
from toolkit.direction import phrases
from toolkit.direction.letters import count_words, language_of, other_language
from toolkit.direction.script import Script, letters_but, script_at, script_of

__all__ = ["find_alt", "find_passages", "find_phrases", "reads_as"]

_WORD = re.compile(r"\w+")
_SEVERAL_WORDS = re.compile(r"[^\W\d_]{2} [^\W\d_]{2}")
_FEWEST_WORDS = 3  # fewer may be a name
_MANY_WORDS = 6  # so many are a sentence, in a language whose words we do not know too


@finds("undeclared-language")
def find_passages(passage: Passage, surroundings: Surroundings) -> Iterator[Hit]:
    """Find passages that are as a whole in another language than their field or element.

    In a body, what another script tells is marked when the page is rendered, if the language is
    declared somewhere.
    """
    found = reads_as(passage, surroundings) if passage.role == "text" else None
    if found is None:
        return
    is_body = passage.field.partition(".")[0] == "body"
    is_told = script_of(found) is not script_of(passage.lang) and surroundings.declares(found)
    if not (is_body and is_told):
        yield _hit(passage, found)


@finds("alt-language")
def find_alt(passage: Passage, surroundings: Surroundings) -> Iterator[Hit]:
    """Find alternative texts that are in another language than the page around them."""
    found = reads_as(passage, surroundings) if passage.role == "alt" else None
    if found:
        yield _hit(passage, found)


@finds("undeclared-phrase")
def find_phrases(passage: Passage, surroundings: Surroundings) -> Iterator[Hit]:
    """Find phrases of another script whose language nothing declares."""
    text, script = passage.own, script_of(passage.lang)
    if passage.role == "name" or not phrases.may_hold(text, script, passage.base):
        return
    if reads_as(passage, surroundings):
        return
    for phrase in phrases.find(text, script=script, base=passage.base):
        words_in = text[phrase.start : phrase.end]
        if phrase.script is None or not _SEVERAL_WORDS.search(words_in):
            continue
        tag = language_of(words_in, phrase.script, surroundings.declared)
        if not surroundings.declares(tag):
            words = {"found": language(tag), "tag": tag}
            yield Hit(phrase.start, phrase.end, words=words, topic=tag)


def reads_as(passage: Passage, surroundings: Surroundings) -> str | None:
    """Return the language that a passage is in, if it is not the one it is declared to be in.

    Args:
        passage: The passage; what its author marked is left out.
        surroundings: The languages that are declared.

    Returns:
        A BCP 47 tag where the whole passage is clearly in another language, else ``None``.
    """
    text, script = passage.own, script_of(passage.lang)
    if not _foreign(script).search(text):
        found = other_language(text, passage.lang)
        declared = (tag for tag in surroundings.declared if tag.partition("-")[0] == found)
        return next(declared, found)
    return _by_script(text, script, passage.lang, surroundings)


def _by_script(text: str, script: Script, lang: str, surroundings: Surroundings) -> str | None:
    first = _foreign(script).search(text)
    other = script_at(first[0]) if first else None
    if first is None or other is None or len(_first_words(text)) < _FEWEST_WORDS:
        return None
    own = _letters(script).findall(text)
    if own and (_letters(script).search(text, 0, first.start()) or len(own) * 2 > len(text)):
        return None
    found = language_of(text, other, surroundings.declared)
    known = count_words(text, found)
    if own:
        more = len(_letters(other).findall(text)) > len(own)
        return found if more and known > max(1, count_words(text, lang)) else None
    return found if known or len(_first_words(text)) >= _MANY_WORDS else None


def _first_words(text: str) -> list[str]:
    return [word[0] for word, _ in zip(_WORD.finditer(text), range(_MANY_WORDS), strict=False)]


@lru_cache(64)
def _foreign(script: Script) -> re.Pattern[str]:
    return re.compile(f"[{letters_but(script)}]")


@lru_cache(64)
def _letters(script: Script) -> re.Pattern[str]:
    return re.compile(f"[{script.letters}]")


def _hit(passage: Passage, found: str) -> Hit:
    way_out = f"Write it in {language(passage.lang)}, or declare it to be in {found}"
    words = {"found": language(found), "declared": language(passage.lang), "way_out": way_out}
    return Hit(0, len(passage.text), words=words)
