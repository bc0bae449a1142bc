"""Override controls inside one text box, where its characters contradict its direction."""

import re
from typing import Final

from toolkit.direction.properties import classify

__all__ = ["CONTROLS", "override", "without_controls"]

CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""The bidi controls: ALM, LRM, RLM, the embeddings, overrides and isolates, and their ends."""

_NOTHING: Final = str.maketrans("", "", CONTROLS)
# Before an opening control a line may break; after it only if nothing joins it to its word.
_LRO, _RLO, _PDF = "\u202d\u2060", "\u202e\u2060", "\u202c"
_CONTRADICTS: Final = (re.compile("[RAN][RANm]*"), re.compile("[LEN][LENm]*"))


def without_controls(text: str) -> str:
    """Return a text without its bidi controls.

    Args:
        text: Any text.
    """
    return text.translate(_NOTHING)


def override(text: str, level: int) -> str:
    """Wrap the characters that would turn against the level of their box.

    Args:
        text: The text of one box, without controls.
        level: Its level.

    Returns:
        The text with LRO or RLO before and PDF after letters and numbers of the other direction,
        word by word: a line break must not part an override from its end.
    """
    opening = _RLO if level % 2 else _LRO
    wrapped, done = [], 0
    for match in _CONTRADICTS[level % 2].finditer(classify(text)):
        start, stop = match.span()
        wrapped += [text[done:start], opening, text[start:stop], _PDF]
        done = stop
    return "".join([*wrapped, text[done:]])
