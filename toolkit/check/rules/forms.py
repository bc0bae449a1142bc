"""Characters that hold the look of text: presentation forms, ligatures, tatweel.

https://www.unicode.org/versions/latest/core-spec/chapter-9/#G38013
"""

import re
import unicodedata
from collections.abc import Iterator

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds
from toolkit.check.words import word_at

__all__ = ["find_forms", "find_tatweel", "find_word_ligatures"]

# Latin ligatures and Arabic forms, but for ornate parentheses, symbols and whole words.
_FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]")
_SPACING_MARKS = re.compile("[\ufe70-\ufe7f]")
_WORDS = re.compile("[\ufdf0-\ufdfb\ufdfd]")
_TATWEEL = re.compile("(?<=[\u0620-\u063f\u0641-\u065f\u0670-\u06d3])\u0640+(?=[\u0620-\u06d3])")


@finds("presentation-form")
def find_forms(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find words in presentation forms."""
    text, done = passage.text, 0
    for match in _FORMS.finditer(text):
        if match.start() >= done:
            start, done = word_at(text, match.start(), match.end())
            yield _rewritten(text, start, done)


@finds("word-ligature")
def find_word_ligatures(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find characters that stand for whole words, such as U+FDFA."""
    for match in _WORDS.finditer(passage.text):
        suggestion = unicodedata.normalize("NFKC", match[0])
        yield Hit(*match.span(), suggestion)


@finds("tatweel")
def find_tatweel(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find tatweel between two letters of a word; at its edge it may mean something (هـ.ش)."""
    text, done = passage.text, 0
    for match in _TATWEEL.finditer(text):
        if match.start() >= done:
            start, done = word_at(text, match.start(), match.end())
            yield Hit(start, done, text[start:done].replace("\u0640", ""))


def _rewritten(text: str, start: int, end: int) -> Hit:
    word = text[start:end]
    if _SPACING_MARKS.search(word):
        return Hit(start, end, words={"suggestion": "it"})
    return Hit(start, end, _FORMS.sub(lambda form: unicodedata.normalize("NFKC", form[0]), word))
