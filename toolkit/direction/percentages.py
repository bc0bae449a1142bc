"""Persian percentages whose sign plain UAX#9 would put on the right: ``۵۰٪`` without a letter.

After an Arabic letter the digits become Arabic numbers and the sign goes to their left; elsewhere
rule W5 keeps it with the digits (https://www.unicode.org/reports/tr9/#W5).
"""

import re
from collections.abc import Iterable, Iterator

from toolkit.direction.edges import Span
from toolkit.direction.levels import paragraphs, resolve

__all__ = ["find", "may_hold"]

_NUMBER = re.compile(
    "(?<![\\w.,٫٬:/])[0-9۰-۹]+(?:[.,٫٬:/][0-9۰-۹]+)*(?:(?<=[۰-۹])(?=[٪؉%‰])|(?=[٪؉]))"
)
_SPACES = dict.fromkeys(map(ord, "\n\r\x1c\x1d\x1e\x85"), " ")  # as in HTML
_SIGN = re.compile("[۰-۹][٪؉%‰]|[0-9][٪؉]")


def may_hold(text: str) -> bool:
    """Tell quickly whether a text may hold a Persian percentage.

    Args:
        text: Any text.
    """
    return _SIGN.search(text) is not None


def find(text: str, isolated: Iterable[Span]) -> Iterator[tuple[int, int]]:
    """Find the digits that must be isolated for the sign to be on their left.

    Args:
        text: A text whose base direction is from right to left; U+FFFC stands for an isolate.
        isolated: Stretches of it that will be isolated, in order, none overlapping.

    Yields:
        Place of the first digit, and place after the last.
    """
    if not may_hold(text):
        return
    start = 0
    for paragraph in paragraphs(_mask(text, isolated)):
        numbers = list(_NUMBER.finditer(paragraph))
        levels = resolve(paragraph, 1).levels if numbers else b""
        for number in numbers:
            if levels[number.end()] == levels[number.end() - 1]:
                yield start + number.start(), start + number.end()
        start += len(paragraph)


def _mask(text: str, isolated: Iterable[Span]) -> str:
    """Put U+FFFC in the place of all that will be isolated, and spaces for line ends."""
    parts: list[str] = []
    place = 0
    for span in isolated:
        parts += [text[place : span.start], "\ufffc" * (span.end - span.start)]
        place = span.end
    return "".join([*parts, text[place:]]).translate(_SPACES)
