"""Isolates in plain strings, where no markup is possible: attributes, titles, metadata.

https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
"""

import re
from collections.abc import Set as AbstractSet

from toolkit.direction import phrases, tokens
from toolkit.direction.script import Direction, first_strong, script_at, script_of

__all__ = ["balance", "isolate", "isolate_phrases", "strip"]

_FSI, _PDI = "\u2068", "\u2069"
_OPEN = {"ltr": "\u2066", "rtl": "\u2067"}
_OBJECT = "\ufffc"
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PAIRED = re.compile("[\u202a-\u202e\u2066-\u2069\n\r\x1c-\x1e\x85\u2029]")
_ISOLATING = re.compile("[\u2066-\u2069]")
_USUAL = {"ltr": script_of("en"), "rtl": script_of("fa")}


def isolate(text: str, base: Direction) -> str:
    """Isolate a value before it is put into a text, where that is needed.

    Args:
        text: The value.
        base: The direction of the text around.

    Returns:
        The value bare if its letters all have the direction ``base`` and it begins and ends with
        one, or if it is empty or but a number that needs no isolate; otherwise between U+2068 and
        U+2069, its own controls balanced.
    """
    if not text or _is_plain(text, base):
        return text
    return f"{_FSI}{balance(text)}{_PDI}"


def _is_plain(text: str, base: Direction) -> bool:
    if _CONTROLS.search(text):
        return False
    if first_strong(text) is None:
        return not tokens.find(text)
    first, last = script_at(text[0]), script_at(text[-1])
    if first is None or last is None or {first.direction, last.direction} != {base}:
        return False
    return all(script.direction == base for script in map(script_at, set(text)) if script)


def isolate_phrases(text: str, base: Direction, *, rules: AbstractSet[str] = tokens.ALL) -> str:
    """Put every phrase and token of the other direction between isolates.

    Args:
        text: A text without markup.
        base: Its direction.
        rules: Names of the token rules to apply.

    Returns:
        The text with U+2066 or U+2067 before and U+2069 after each; what is isolated already stays
        as it is.
    """
    script = _USUAL[base]
    if not phrases.may_hold(text, script, base):
        return text
    parts: list[str] = []
    done = 0
    for found in phrases.find(_mask(text), script=script, base=base, rules=rules):
        if found.dir != base:
            parts += [text[done : found.start], _OPEN[found.dir], text[found.start : found.end]]
            parts.append(_PDI)
            done = found.end
    return "".join([*parts, text[done:]])


def _mask(text: str) -> str:
    """Put U+FFFC in the place of all that is isolated already."""
    if not _ISOLATING.search(text):
        return text
    parts: list[str] = []
    depth = place = 0
    for match in _ISOLATING.finditer(text):
        before = text[place : match.start()]
        parts.append(_OBJECT * len(before) if depth else before)
        step = -1 if match[0] == _PDI else 1
        parts.append(match[0] if depth + step < 0 else _OBJECT)
        depth = max(0, depth + step)
        place = match.end()
    rest = text[place:]
    return "".join([*parts, _OBJECT * len(rest) if depth else rest])


def balance(text: str) -> str:
    """Mend unbalanced bidirectional controls, so that they cannot reach beyond their text.

    Args:
        text: Any text.

    Returns:
        The text without the U+202C and U+2069 that close nothing, and with those that are missing
        at the end of a paragraph or, for an embedding, before the isolate around it closes.
    """
    if not _PAIRED.search(text):
        return text
    parts: list[str] = []
    waiting: list[str] = []
    place = 0
    for match in _PAIRED.finditer(text):
        parts.append(text[place : match.start()])
        parts.append(_balanced(match[0], waiting))
        place = match.end()
    return "".join([*parts, text[place:], *reversed(waiting)])


def _balanced(control: str, waiting: list[str]) -> str:
    """Return what to write for one control, given the closing controls that are awaited."""
    if control in "\u202a\u202b\u202d\u202e":
        waiting.append("\u202c")
    elif control in "\u2066\u2067\u2068":
        waiting.append(_PDI)
    elif control == "\u202c":
        return waiting.pop() if waiting and waiting[-1] == control else ""
    else:
        return _closed(control, waiting)
    return control


def _closed(control: str, waiting: list[str]) -> str:
    """Close what is open inside an isolate before its U+2069, or all before a paragraph ends."""
    if control == _PDI and control not in waiting:
        return ""
    closing = ""
    while waiting:
        closing += waiting.pop()
        if control == _PDI == closing[-1]:
            return closing
    return closing + control


def strip(text: str) -> str:
    """Remove all bidirectional controls.

    Args:
        text: Any text.

    Returns:
        The text without U+061C, U+200E, U+200F, U+202A-202E and U+2066-2069.
    """
    return _CONTROLS.sub("", text)
