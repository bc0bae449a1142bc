"""Levels of headings, without gaps (ISO 14289-1, 7.4.2)."""

import re
from typing import Final

from toolkit.errors import Diagnostic, Report
from toolkit.render.pdf.tags.node import Node

__all__ = ["close_levels"]

_HEADING: Final = re.compile(r"H([1-6])")


def close_levels(root: Node, report: Report) -> None:
    """Tag a heading that skips levels one level below the heading before it, in place.

    Its looks do not change: what is read aloud is a tree in which nothing seems to be missing.

    Args:
        root: The element of the document.
        report: Receives a warning for each heading whose level is not the author's.
    """
    levels: dict[int, int] = {0: 0}  # of the open headings: the author's level, and the tagged one
    for node in root.walk():
        heading = _HEADING.fullmatch(node.role)
        if heading is None:
            continue
        written = int(heading[1])
        levels = {own: tagged for own, tagged in levels.items() if own < written}
        levels[written] = max(levels.values()) + 1
        if levels[written] != written:
            node.role = f"H{levels[written]}"
            report(_skipped(node, written, levels[written]))


def _skipped(node: Node, written: int, tagged: int) -> Diagnostic:
    element = node.element
    words = "" if element is None else " ".join("".join(element.itertext()).split())
    return Diagnostic(
        code="heading-level",
        severity="warning",
        field=f"h{written}",
        reason=f"a heading of level {written} skips a level; it is tagged as one of level {tagged}",
        remedy=f"Write it as a heading of level {tagged}",
        excerpt=words[:60] or None,
    )
