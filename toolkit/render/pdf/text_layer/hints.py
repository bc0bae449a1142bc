"""Hints for readers that guess the direction of spaces and punctuation from what is beside them.

An invisible U+200F or U+200E, where a reader would otherwise take a neutral character to the
wrong side, and within the spaces of right-to-left text.  ActualText keeps it out of what readers
that know ActualText copy.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from toolkit.render.pdf.text_layer.clusters import Cluster
from toolkit.render.pdf.text_layer.pieces import MARK_WIDTH, Blank, Piece

__all__ = ["Context", "hint_before", "marked_space"]

_RIGHT: Final = frozenset(("R", "AL"))
_LEFT: Final = frozenset(("L", "EN", "AN", "ES", "ET", "CS"))


def strength(character: str) -> str:
    """Return ``R``, ``L`` (numbers too) or ``N``, as text extractors see a character."""
    bidi = unicodedata.bidirectional(character)
    return "R" if bidi in _RIGHT else "L" if bidi in _LEFT else "N"


@dataclass(slots=True)
class Context:
    """What stands before a place in a line.

    Args:
        is_rtl: Whether the line's base direction is right to left.
        before: Strength of the character before.
        after_rtl: Whether its embedding level is odd.
    """

    is_rtl: bool
    before: str = ""
    after_rtl: bool = False

    def advance(self, cluster: Cluster) -> None:
        """Go on behind a cluster."""
        self.before = strength(cluster.text[-1:] or " ")
        self.after_rtl = cluster.is_rtl


def hint_before(cluster: Cluster, context: Context) -> Iterator[Piece]:
    """Return the mark that a neutral cluster needs before it, if it needs one."""
    hint = ""
    if not cluster.text or strength(cluster.text[-1]) != "N":
        return
    if context.is_rtl and cluster.is_rtl and context.before == "L":
        hint = "\u200f"
    if not context.is_rtl and not cluster.is_rtl and context.before == "R":
        hint = "\u200e"
    if hint:
        width = MARK_WIDTH * cluster.size / 1000
        x = cluster.right - width if cluster.is_rtl else cluster.left
        # Without a contour PDFium drops it, which needs no such hint.
        shape = Blank(MARK_WIDTH, outlined=False)
        yield Piece(shape, hint, x, MARK_WIDTH, cluster.font, cluster.size, cluster.is_rtl)


def marked_space(pieces: Iterable[Piece], context: Context) -> Iterator[Piece]:
    """Return pieces with a mark in each space beside right-to-left text."""
    for piece in pieces:
        if piece.text == " " and (context.is_rtl or piece.is_rtl or context.after_rtl):
            hint = "\u200f" if context.is_rtl or piece.is_rtl else "\u200e"
            yield piece._replace(text=hint + " ", actual=" ")
        else:
            yield piece
