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

__all__ = ["Context", "marked_space"]

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
        page_is_rtl: Whether the page's is, by which Poppler reads every line on it.
        before: Strength of the character before, empty at the line's start.
        after_rtl: Whether its embedding level is odd.
    """

    line_is_rtl: bool
    page_is_rtl: bool
    before: str = ""
    after_rtl: bool = False

    def advance(self, text: str, *, is_rtl: bool) -> None:
        """Go on behind some text."""
        self.before = strength(text[-1])
        self.after_rtl = is_rtl

    def may_swallow(self, text: str) -> bool:
        """Return whether the end of left-to-right text may be read as right-to-left."""
        is_rtl = self.line_is_rtl or self.page_is_rtl
        return is_rtl and strength(text[-1]) == "N" and not text[-1].isspace()

    def hint_before(self, cluster: Cluster) -> Iterator[Piece]:
        """Return the mark that parts a cluster from text before it, if one must."""
        here = strength(cluster.text[0])
        if here == "R" or not self.before:
            return
        if cluster.is_rtl and (self.before in "L#" or not self.after_rtl):
            yield _mark("\u200f", cluster, cluster.right - _width(cluster))
        elif not (self.line_is_rtl or cluster.is_rtl) and here == "N" and self.after_rtl:
            yield _mark("\u200e", cluster, cluster.left)

    def hint_after(self, cluster: Cluster, following: Cluster | None) -> Iterator[Piece]:
        """Return the mark that parts a cluster from text after it, if one must."""
        if following and following.is_rtl == cluster.is_rtl:
            return
        if cluster.is_rtl and self.line_is_rtl and strength(cluster.text[-1]) == "#":
            yield _mark("\u200f", cluster, cluster.left - _width(cluster))
        elif not cluster.is_rtl and self.may_swallow(cluster.text):
            yield _mark("\u200e", cluster, cluster.right - _width(cluster))


def _mark(hint: str, cluster: Cluster, x: float) -> Piece:
    # Without a contour PDFium drops it, which needs no such hint.
    shape = Blank(MARK_WIDTH, outlined=False)
    return Piece(shape, hint, x, MARK_WIDTH, cluster.font, cluster.size, cluster.is_rtl)


def _width(cluster: Cluster) -> float:
    return MARK_WIDTH * cluster.size / 1000


def marked_space(pieces: Iterable[Piece], context: Context) -> Iterator[Piece]:
    """Return pieces with a mark in each space beside right-to-left text."""
    is_rtl = context.line_is_rtl
    for piece in pieces:
        if piece.text == " " and (is_rtl or piece.is_rtl or context.after_rtl):
            hint = "\u200f" if is_rtl or piece.is_rtl else "\u200e"
            yield piece._replace(text=hint + " ", actual=" ")
        else:
            yield piece
