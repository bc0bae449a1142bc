"""What is done to the characters of every text: NFC, no control codes, bidi controls in pairs.

Bidi controls are never dropped unseen: a pair is kept as it is; one without its partner is
mended, and counted so that the caller can say so.
"""

import re
from unicodedata import category, normalize

__all__ = ["balance", "blank", "excerpt", "one_line", "printable", "tidy"]

# Ends of lines: a word processor has VT for a line break, older systems FF, CR and NEL.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85]")
# C0 and C1 controls but for tab and line feed, byte order marks, and noncharacters.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile("[ \t\n\u2028\u2029]+")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Zs"}
_ISOLATES = "\u2066\u2067\u2068"
_PDF, _PDI = "\u202c", "\u2069"


def printable(text: str) -> str:
    """Return text without byte order marks and control codes, its lines ended by LF.

    Args:
        text: Any text, markup too; a lone surrogate becomes U+FFFD.

    Returns:
        The same text, where nothing had to go.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))
    return _SURROGATES.sub("\ufffd", text)


def tidy(text: str) -> str:
    """Return text in Normalization Form C, without control codes.

    Args:
        text: Plain text; in markup, NFC could join a letter to the ``>`` before it.

    Returns:
        The text, as https://www.unicode.org/reports/tr15/ has it.
    """
    return normalize("NFC", printable(text))


def one_line(text: str) -> str:
    """Return text with each run of spaces and line ends made one space, none at its ends."""
    return _SPACES.sub(" ", text).strip(" ")


def blank(text: str) -> bool:
    """Return whether a text shows nothing: it has only spaces, controls and format characters.

    Args:
        text: Any text; the classes are the general categories Z, Cc and Cf
            (https://www.unicode.org/reports/tr44/#General_Category_Values).
    """
    return all(category(c) in _UNSEEN for c in text)


def balance(pieces: list[str]) -> tuple[list[str], int]:
    """Mend bidi controls that lack their partner in one paragraph.

    The pairs are those of BD9 to BD11 and X7 (https://www.unicode.org/reports/tr9/#X7): what is
    left open is closed at the end; what closes nothing is removed.

    Args:
        pieces: The paragraph's text, in pieces where markup interrupts it.

    Returns:
        The mended pieces and how many controls were added or removed.
    """
    if not any(map(_BIDI.search, pieces)):
        return pieces, 0
    pairs = _Pairs()
    mended = [_BIDI.sub(pairs.meet, piece) for piece in pieces]
    mended[-1] += "".join(reversed(pairs.awaited))
    return mended, pairs.mended + len(pairs.awaited)


class _Pairs:
    """The controls that are open at one place, by the control that would close each."""

    def __init__(self) -> None:
        self.awaited: list[str] = []
        self._isolates = 0
        self.mended = 0

    def meet(self, control: re.Match[str]) -> str:
        """Return what stands in a control's place."""
        if control[0] == _PDI:
            return self._close_isolate()
        if control[0] == _PDF:
            return self._close_embedding()
        isolate = control[0] in _ISOLATES
        self._isolates += isolate
        self.awaited.append(_PDI if isolate else _PDF)
        return control[0]

    def _close_isolate(self) -> str:
        if not self._isolates:
            self.mended += 1
            return ""
        self._isolates -= 1
        unclosed = ""
        while self.awaited.pop() != _PDI:
            unclosed += _PDF
        self.mended += len(unclosed)
        return unclosed + _PDI

    def _close_embedding(self) -> str:
        if self.awaited and self.awaited[-1] == _PDF:
            return self.awaited.pop()
        self.mended += 1
        return ""


def excerpt(text: str, length: int = 60) -> str:
    """Return the beginning of a text for a message, invisible controls by their code.

    Args:
        text: Any text.
        length: At most so many characters are kept.

    Returns:
        One line, with an ellipsis where something is left out.
    """
    start = one_line(printable(text[: 4 * length]))
    shown = start if len(start) <= length and len(text) <= 4 * length else start[:length] + "…"
    return _INVISIBLE.sub(lambda found: f"U+{ord(found[0]):04X}", shown)
