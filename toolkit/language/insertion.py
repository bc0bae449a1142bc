"""Puts values into a pattern such as ``Page {page} of {total}``, each kept to its own direction.

A value that could disturb its surroundings is isolated: by FSI and PDI in text, by ``bdi`` in
HTML (UAX #9 section 2.4, https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates;
https://www.w3.org/International/articles/inline-bidi-markup/).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import bidirectional

from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.tag import Direction

__all__ = ["Pattern", "balanced", "isolated", "placeholders"]

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_INITIATORS = re.compile("[\u2066\u2067\u2068]")
_ISOLATE_CONTROLS = re.compile("[\u2066-\u2069]")
_FSI, _PDI = "\u2068", "\u2069"
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_TRANSPARENT = {"NSM", "BN"}
_EXPLICIT = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_STRONG = {"L", "R", "AL"}
_FITTING: dict[Direction, set[str]] = {"ltr": {"L"}, "rtl": {"R", "AL"}}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A label's text, taken apart at its placeholders.

    Args:
        literals: The text before, between and after the placeholders: one more than there are.
        names: Names of the placeholders, in order.
        apart: Whether every two placeholders have a letter between them, so that numbers put
            there cannot run together.
    """

    literals: tuple[str, ...]
    names: tuple[str, ...]
    apart: bool

    @classmethod
    def parse(cls, text: str) -> "Pattern":
        """Take a text apart.

        Args:
            text: A text with placeholders such as ``{title}``.

        Returns:
            Its pattern.

        Raises:
            CatalogueError: A brace belongs to no placeholder, or there are control characters;
                no label needs U+2066 to U+2069, since its values are isolated here.
        """
        return _parse(text)


@lru_cache(maxsize=2048)
def _parse(text: str) -> Pattern:
    pieces = _PLACEHOLDER.split(text)
    literals, names = tuple(pieces[::2]), tuple(pieces[1::2])
    if any("{" in literal or "}" in literal for literal in literals):
        raise CatalogueError(
            Diagnostic(
                code="bad-placeholder",
                reason="A brace belongs to no placeholder such as {title}",
                remedy="Copy the placeholders from the English text",
                excerpt=text[:80],
            )
        )
    if found := _UNWANTED.search(text):
        raise CatalogueError(
            Diagnostic(
                code="control-character",
                reason=f"The control character U+{ord(found[0]):04X} cannot be in a label",
                remedy="Delete it; what fills a placeholder is kept apart without it",
            )
        )
    between = literals[1:-1]
    apart = all(any(bidirectional(c) in _STRONG for c in literal) for literal in between)
    return Pattern(literals, names, apart)


def placeholders(*texts: str) -> frozenset[str]:
    """Return the names of the placeholders of texts, such as those of a message's plural forms."""
    return frozenset(name for text in texts for name in _PLACEHOLDER.findall(text))


def balanced(text: str) -> str:
    """Return a value on one line whose isolates all end within it, so that none leaks out.

    Args:
        text: Any text.

    Returns:
        The text, each line break a space, without PDI that ends nothing, isolates closed.
    """
    line = " ".join(text.splitlines())
    if not _ISOLATE_CONTROLS.search(line):
        return line
    open_isolates = 0
    kept: list[str] = []
    for character in line:
        if character == _PDI:
            if not open_isolates:
                continue
            open_isolates -= 1
        elif _INITIATORS.match(character):
            open_isolates += 1
        kept.append(character)
    return "".join(kept) + _PDI * open_isolates


def isolated(text: str, direction: Direction) -> str:
    """Return a value as it may stand in a text of a direction, isolated where it must be.

    A value stays bare where its strong characters all have that direction and it begins and
    ends with one; FSI and PDI enclose any other.

    Args:
        text: The value.
        direction: The direction of the text around it.

    Returns:
        The value, balanced, bare or isolated.
    """
    text = balanced(text)
    classes = [kind for c in text if (kind := bidirectional(c)) not in _TRANSPARENT]
    fitting = _FITTING[direction]
    strong = {kind for kind in classes if kind in _STRONG or kind in _EXPLICIT}
    if classes and strong <= fitting and classes[0] in fitting and classes[-1] in fitting:
        return text
    return f"{_FSI}{text}{_PDI}" if text else ""
