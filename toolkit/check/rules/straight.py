"""Straight quotation marks where a language has its own."""

from collections.abc import Iterator

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds, for_language, table
from toolkit.direction.edges import Marks
from toolkit.direction.script import script_at, script_of
from toolkit.language.quotation import quotation_marks

__all__ = ["find_straight"]


@finds("straight-quotation")
def find_straight(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find quotations in Arabic script between straight marks."""
    text = passage.text
    if '"' not in text:
        return
    done = 0
    for start, end in Marks.of(text).quotations():
        lang = passage.part_at(start).lang
        is_inch = text[start - 1 : start].isdigit()
        if text[start] == '"' and start >= done and not is_inch and _has_marks_of_its_own(lang):
            quoted = text[start + 1 : end]
            if any(script_at(character) is script_of(lang) for character in quoted):
                opening, closing = quotation_marks(lang)[0]
                yield Hit(start, end + 1, f"{opening}{quoted}{closing}")
                done = end


def _has_marks_of_its_own(lang: str) -> bool:
    is_listed = for_language(table("letters")["punctuation"], lang) is not None
    return is_listed and script_of(lang).code == "Arab"
