"""Stretches of a text that stay as they were written: addresses and quotations."""

import re
from collections.abc import Iterable
from typing import Final

from toolkit.direction import tokens
from toolkit.direction.edges import Marks

__all__ = ["OBJECT", "addresses", "cover", "quotations"]

OBJECT: Final = "\ufffc"
"""Stands for a character that is not to be read."""

_ADDRESSES: Final = frozenset(
    ("url", "email", "doi", "domain", "path", "file", "extension", "handle")
)
_MAY_BE_ADDRESS: Final = re.compile(r"[/@\\]|\w\.\w|\.[A-Za-z]")


def addresses(text: str) -> list[tuple[int, int]]:
    """Return where addresses of pages, people and files start and end, in order.

    Args:
        text: A paragraph.
    """
    if not _MAY_BE_ADDRESS.search(text):
        return []
    return [(token.start, token.end) for token in tokens.find(text, rules=_ADDRESSES)]


def quotations(marks: Marks) -> list[tuple[int, int]]:
    """Return where the outermost quotations start and end, without their marks, in order.

    Args:
        marks: The marks of a paragraph.
    """
    found: list[tuple[int, int]] = []
    for opening, closing in marks.quotations():
        if not found or opening > found[-1][1]:
            found.append((opening + 1, closing))
    return found


def cover(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Return a text with U+FFFC in the place of each character of some stretches.

    Args:
        text: Any text.
        stretches: Where they start and end; they may overlap.
    """
    pieces: list[str] = []
    done = 0
    for start, end in sorted(stretches):
        if end > done:
            begin = max(start, done)
            pieces += [text[done:begin], OBJECT * (end - begin)]
            done = end
    return "".join([*pieces, text[done:]])
