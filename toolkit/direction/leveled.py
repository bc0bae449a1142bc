"""Inline content with its embedding levels: leaves cut so that each has one."""

import re
from dataclasses import dataclass, replace
from typing import Final

from toolkit.direction.content import Content, Leaf
from toolkit.direction.engine import leave_to_engine
from toolkit.direction.joining import Joining
from toolkit.direction.levels import Paragraph, resolve_classes
from toolkit.direction.order import reset_whitespace
from toolkit.direction.properties import CODES, classify

__all__ = ["Leveled", "resolve_content"]

_PARAGRAPH: Final = re.compile("[^B]*B|[^B]+")
_ONE_LEVEL: Final = re.compile(rb"(.)\1*", re.DOTALL)
_OVERRIDES: Final = re.compile("[xy]")


@dataclass(frozen=True, slots=True)
class Leveled:
    """Inline content ready to be written.

    Args:
        content: The content.
        leaves: Its leaves, each at one level, none below the content's base.
        joining: Where its letters join.
        overridden: Whether a character may stand at a level that contradicts its class.
    """

    content: Content
    leaves: list[Leaf]
    joining: Joining
    overridden: bool


def resolve_content(content: Content) -> Leveled:
    """Resolve the levels of inline content and cut its leaves at the borders of level runs.

    Args:
        content: What is in a block container or an isolate.

    Returns:
        The content with levels.
    """
    content.place()
    text = content.text
    codes = classify(text)
    levels = bytearray()
    for match in _PARAGRAPH.finditer(codes):
        levels += _paragraph_levels(content, match[0], text[match.start() : match.end()])
    joining = Joining(text, bytes(levels))
    overridden = content.override or bool(_OVERRIDES.search(codes))
    if not overridden:
        for leaf in content.leaves:
            if leaf.node is None and leaf.text:
                leave_to_engine(leaf.text, leaf.start, codes, levels)
    return Leveled(content, _cut(content, levels), joining, overridden)


def _paragraph_levels(content: Content, codes: str, text: str) -> bytes:
    if content.override:
        paragraph = _resolve_overridden(content, codes, text)
    else:
        paragraph = resolve_classes(codes, None if content.plaintext else content.base, text)
    levels = reset_whitespace(paragraph.levels, codes, paragraph.base)
    if paragraph.base < content.base:  # plain text of the other direction nests like an isolate
        levels = bytes([level + 2 for level in levels])
    return levels[:-1] + bytes([content.base]) if codes[-1] == "B" else levels


def _resolve_overridden(content: Content, codes: str, text: str) -> Paragraph:
    """Resolve as if an override stood before the paragraph, which adds two levels."""
    control = CODES["RLO" if content.base else "LRO"]
    levels = resolve_classes(control + codes, content.base, " " + text).levels[1:]
    return Paragraph(content.base, bytes([max(content.base, level - 2) for level in levels]))


def _cut(content: Content, levels: bytearray) -> list[Leaf]:
    cut = []
    for leaf in content.leaves:
        if len(leaf.text) < 2:
            at = leaf.start if leaf.text else leaf.start - 1
            leaf.level = levels[at] if at >= 0 else content.base
            cut.append(leaf)
            continue
        for match in _ONE_LEVEL.finditer(levels, leaf.start, leaf.start + len(leaf.text)):
            start, stop = match.span()
            text = leaf.text[start - leaf.start : stop - leaf.start]
            cut.append(replace(leaf, text=text, start=start, level=levels[start]))
    return cut
