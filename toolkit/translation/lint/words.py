"""Words: translated, and no longer than there is room for."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from unicodedata import category

from toolkit.translation.lint.wording import Hit, Wording, finds
from toolkit.translation.tables import table

__all__ = ["find_long", "find_untranslated"]

_LETTERS = re.compile(r"[^\W\d_]{2,}")


@finds("untranslated")
def find_untranslated(wording: Wording) -> Iterator[Hit]:
    """Find English text; in Latin script one word can be the same in two languages."""
    if wording.text not in wording.sources:
        return
    is_name = any(fnmatchcase(wording.label, name) for name in table("lint")["names"]["labels"])
    words = _LETTERS.findall(wording.bare)
    if not is_name and len(words) > (wording.script == "Latn"):
        yield Hit(wording.text)


@finds("too-long")
def find_long(wording: Wording) -> Iterator[Hit]:
    """Find text too long for a narrow place."""
    narrow = table("lint")["narrow"]
    longest = max(_length(source) for source in wording.sources)
    room = max(int(longest * narrow["longest"]), narrow["least"])
    length = _length(wording.text)
    if wording.is_narrow and length > room:
        yield Hit(wording.text, words={"length": str(length), "room": str(room)})


def _length(text: str) -> int:
    """Return how many characters take room: marks and joiners take none."""
    return sum(category(character) not in {"Mn", "Me", "Cf"} for character in text)
