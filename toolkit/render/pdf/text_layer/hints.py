"""Hints for readers that guess the direction of spaces and punctuation from what is beside them.

An invisible U+200F or U+200E, where a reader would otherwise take a neutral character to the
wrong side, and within the spaces of right-to-left text.  ActualText keeps it out of what readers
that know ActualText copy.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from toolkit.render.pdf.text_layer.characters import traits
from toolkit.render.pdf.text_layer.clusters import Cluster
from toolkit.render.pdf.text_layer.pieces import cluster_pieces
from toolkit.render.pdf.text_layer.shapes import MARK_WIDTH, Blank, Piece

__all__ = ["Context"]


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
        self.before = traits(text[-1]).strength
        self.after_rtl = is_rtl

    def may_swallow(self, text: str) -> bool:
        """Return whether the end of left-to-right text may be read as right-to-left."""
        is_rtl = self.line_is_rtl or self.page_is_rtl
        return is_rtl and traits(text[-1]).strength == "N" and not text[-1].isspace()

    def pieces(self, clusters: list[Cluster]) -> list[Piece]:
        """Return the pieces of a box's clusters with the marks they need, and go on behind it."""
        pieces: list[Piece] = []
        for cluster, following in zip_longest(clusters, clusters[1:]):
            if hint := self._hint_before(cluster):
                pieces.append(hint)
            pieces += self._spaces(cluster) if cluster.text == " " else cluster_pieces(cluster)
            if hint := self._hint_after(cluster, following):
                pieces.append(hint)
            self.advance(cluster.text, is_rtl=cluster.is_rtl)
        return pieces

    def _spaces(self, cluster: Cluster) -> Iterable[Piece]:
        """Return a space; beside right-to-left text it has a mark in it."""
        is_rtl = self.line_is_rtl or cluster.is_rtl
        if not (is_rtl or self.after_rtl):
            return cluster_pieces(cluster)
        text = "\u200f " if is_rtl else "\u200e "
        return [
            Piece(shape, text, x, width, font, size, is_odd, " ")
            for shape, _, x, width, font, size, is_odd, _ in cluster_pieces(cluster)
        ]

    def _hint_before(self, cluster: Cluster) -> Piece | None:
        """Return the mark that parts a cluster from text before it, if one must."""
        if not self.before or (here := traits(cluster.text[0]).strength) == "R":
            return None
        if cluster.is_rtl and (self.before in "L#" or not self.after_rtl):
            return _mark("\u200f", cluster, cluster.right - _width(cluster))
        if not (self.line_is_rtl or cluster.is_rtl) and here == "N" and self.after_rtl:
            return _mark("\u200e", cluster, cluster.left)
        return None

    def _hint_after(self, cluster: Cluster, following: Cluster | None) -> Piece | None:
        """Return the mark that parts a cluster from text after it, if one must."""
        if following and following.is_rtl == cluster.is_rtl:
            return None
        if cluster.is_rtl:
            if self.line_is_rtl and traits(cluster.text[-1]).strength == "#":
                return _mark("\u200f", cluster, cluster.left - _width(cluster))
        elif self.may_swallow(cluster.text):
            return _mark("\u200e", cluster, cluster.right - _width(cluster))
        return None


def _mark(hint: str, cluster: Cluster, x: float) -> Piece:
    # Without a contour PDFium drops it, which needs no such hint.
    shape = Blank(MARK_WIDTH, outlined=False)
    return Piece(shape, hint, x, MARK_WIDTH, cluster.font, cluster.size, cluster.is_rtl)


def _width(cluster: Cluster) -> float:
    return MARK_WIDTH * cluster.size / 1000
