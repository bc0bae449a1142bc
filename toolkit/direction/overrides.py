"""Override controls inside one text box, where its characters contradict its direction."""

import re
from typing import Final

from toolkit.direction.properties import classify

__all__ = ["CONTROLS", "override", "without_controls"]

CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The bidi controls: ALM, LRM, RLM, the embeddings, overrides and isolates, and their ends."""

_NOTHING: Final = str.maketrans("", "", CONTROLS)
_LRO, _RLO, _PDF = "\u202d", "\u202e", "\u202c"
_CONTRADICTS: Final = (re.compile("[RAN]"), re.compile("[LEN]"))
_WORD: Final = re.compile("[^ ]+")


def without_controls(text: str) -> str:
    """Return a text without its bidi controls.

    Args:
        text: Any text.
    """
    return text.translate(_NOTHING)


def override(text: str, level: int) -> str:
    """Wrap words whose characters would turn against the level of their box.

    Args:
        text: The text of one box, without controls.
        level: Its level.

    Returns:
        The text with LRO or RLO before and PDF after such words.  Word by word, for a line break
        must not part an override from its end.
    """
    contradicts = _CONTRADICTS[level % 2]
    opening = _RLO if level % 2 else _LRO

    def wrap(match: re.Match[str]) -> str:
        word = match[0]
        return f"{opening}{word}{_PDF}" if contradicts.search(classify(word)) else word

    return _WORD.sub(wrap, text)
