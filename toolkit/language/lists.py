"""Joins a list as a language does: ``A, B, and C`` (CLDR's list patterns)."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, get_args

from toolkit.language.arguments import expect_choice
from toolkit.language.cldr import cldr
from toolkit.language.negotiation import nearest
from toolkit.language.tables import table

__all__ = ["ListStyle", "join"]

ListStyle = Literal["and", "or"]

_BABEL = {"and": "standard", "or": "or"}


def join(items: Sequence[str], tag: str, style: ListStyle) -> list[str]:
    """Return the pieces of a list in one phrase, items and what stands between them in turn.

    Args:
        items: The items, each ready to stand beside words of another direction.
        tag: BCP 47 tag of the language.
        style: ``and`` or ``or``.

    Returns:
        The pieces, to be joined as text or as markup, such as ``["الف", " و ", "ب"]``.

    Raises:
        LocaleError: No style is so called.
    """
    expect_choice(style, get_args(ListStyle), "a style of a list")
    patterns = _patterns(tag, style)
    pieces = list(items[:1])
    last = len(items) - 1
    for index, item in enumerate(items[1:], 1):
        part = "2" if last == 1 else "end" if index == last else "start" if index == 1 else "middle"
        before, between, after = patterns[part]
        pieces += [between, item]
        if before:
            pieces.insert(0, before)
        if after:
            pieces.append(after)
    return pieces


@lru_cache(maxsize=256)
def _patterns(tag: str, style: ListStyle) -> dict[str, tuple[str, str, str]]:
    ours = {
        entry["language"]: entry for entry in table("overrides")["list"] if entry["style"] == style
    }
    found: Mapping[str, str] = nearest(ours, tag) or cldr(tag).list_patterns[_BABEL[style]]
    return {part: _pieces(found[part]) for part in ("start", "middle", "end", "2")}


def _pieces(pattern: str) -> tuple[str, str, str]:
    """Take ``{0}, {1}`` apart, without CLDR's U+200F: items of the other direction are isolated."""
    before, _, rest = pattern.replace("\u200f", "").partition("{0}")
    between, _, after = rest.partition("{1}")
    return before, between, after
