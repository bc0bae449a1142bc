"""Latin punctuation in Arabic script."""

import re
from collections.abc import Iterator
from functools import cache

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds, for_language, table
from toolkit.check.words import language, word_at
from toolkit.direction.script import script_of

__all__ = ["find_latin_marks"]


@finds("latin-punctuation")
def find_latin_marks(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find Latin marks after a word or number of a language that has its own."""
    text = passage.text
    for part in passage.prose():
        marks: dict[str, str] | None = for_language(table("letters")["punctuation"], part.lang)
        if marks is None or script_of(part.lang).code != "Arab":
            continue
        for match in _marks("".join(marks)).finditer(text, part.start, part.end):
            start = word_at(text, match.start(), match.start())[0]
            suggestion = text[start : match.end() - 1] + marks[match["mark"]]
            words = {"mark": match["mark"], "language": language(part.lang)}
            yield Hit(start, match.end(), suggestion, words)


@cache
def _marks(marks: str) -> re.Pattern[str]:
    own = f"[{script_of('fa').letters}\u064b-\u065f\u0670۰-۹٠-٩]"
    return re.compile(rf"(?<={own})[)\]»›”]? ?[!؟]?(?P<mark>[{re.escape(marks)}])(?![0-9۰-۹٠-٩])")
