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
_NUMBER: Final = frozenset(("EN", "AN", "ES", "ET", "CS"))


def strength(character: str) -> str:
    """Return ``R``, ``L``, ``#`` (number) or ``N`` (neutral), as text extractors see it."""
    bidi = unicodedata.bidirectional(character)
    if bidi in _RIGHT:
        return "R"
    return "L" if bidi == "L" else "#" if bidi in _NUMBER else "N"


@dataclass(slots=True)
class Context:
    """A place in a line.

    Args:
        line_is_rtl: Whether the line's base direction is right to left.
        before: Strength of the character before, empty at the line's start.
        after_rtl: Whether its embedding level is odd.
    """

    line_is_rtl: bool
    before: str = ""
    after_rtl: bool = False

    def advance(self, text: str, *, is_rtl: bool) -> None:
        """Go on behind some text."""
        self.before = strength(text[-1])
        self.after_rtl = is_rtl

    def hint(self, cluster: Cluster) -> str:
        """Return the mark that a cluster needs before it, or nothing."""
        here = strength(cluster.text[0])
        if not self.before or here == "R" or (self.before == "R" and self.line_is_rtl):
            return ""
        if self.line_is_rtl:
            return "\u200f" if self._parts(cluster, here) else ""
        return "\u200e" if here == "N" and self.after_rtl and not cluster.is_rtl else ""

    def _parts(self, cluster: Cluster, here: str) -> bool:
        """Return whether a right-to-left line has a number or Latin text end here."""
        if cluster.is_rtl:
            return self.before in "L#"
        return self.after_rtl and self.before == "#" and here != "N"


def hint_before(cluster: Cluster, context: Context) -> Iterator[Piece]:
    """Return the mark that a cluster needs before it, as a piece."""
    if hint := context.hint(cluster):
        width = MARK_WIDTH * cluster.size / 1000
        x = cluster.right - width if cluster.is_rtl else cluster.left
        # Without a contour PDFium drops it, which needs no such hint.
        shape = Blank(MARK_WIDTH, outlined=False)
        yield Piece(shape, hint, x, MARK_WIDTH, cluster.font, cluster.size, cluster.is_rtl)


def marked_space(pieces: Iterable[Piece], context: Context) -> Iterator[Piece]:
    """Return pieces with a mark in each space beside right-to-left text."""
    is_rtl = context.line_is_rtl
    for piece in pieces:
        if piece.text == " " and (is_rtl or piece.is_rtl or context.after_rtl):
            hint = "\u200f" if is_rtl or piece.is_rtl else "\u200e"
            yield piece._replace(text=hint + " ", actual=" ")
        else:
            yield piece
