"""What is shown for each cluster: pieces, each one shape with one character of text.

Readers put right-to-left text together from the origins of single characters.  So every character
of a right-to-left cluster gets a piece of its own, in logical order and from right to left: a
ligature's visible glyph stands for its last letter, blanks beside it for the others, and a
mark begins a little left of its letter, wherever it is drawn.
"""

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Final

from toolkit.render.pdf.text_layer.characters import traits
from toolkit.render.pdf.text_layer.clusters import Cluster, Glyph
from toolkit.render.pdf.text_layer.shapes import MARK_WIDTH, Blank, Composite, Part, Piece, Shape

__all__ = ["cluster_pieces"]

_MARK_STEP: Final = 20
"""How far left of its letter a mark begins: PDFium drops a space that a mark reaches over."""

_KEPT: Final = frozenset("\u200c")
"""Invisible characters that are text; joiners and bidi controls are only there for the layout."""


def cluster_pieces(cluster: Cluster) -> Iterable[Piece]:
    """Return the pieces of a cluster in logical order.

    Args:
        cluster: With glyphs or, if it is invisible, without.
    """
    text, glyphs = cluster.text, cluster.glyphs
    if not glyphs or text in _KEPT:
        return _invisible(cluster)
    if len(text) > 1 and cluster.is_rtl:
        return _right_to_left(cluster)
    shape, x, width = _baked(cluster, glyphs)
    return (_piece(cluster, shape, text, x, width),)


def _piece(cluster: Cluster, shape: Shape, text: str, x: float, width: int) -> Piece:
    return Piece(shape, text, x, width, cluster.font, cluster.size, cluster.is_rtl)


def _invisible(cluster: Cluster) -> Iterator[Piece]:
    """Return blanks over the end of the letter before."""
    width = MARK_WIDTH * cluster.size / 1000
    for character in cluster.text:
        if character in _KEPT:
            x = cluster.left - width
            yield _piece(cluster, Blank(MARK_WIDTH), character, x, MARK_WIDTH)


def _right_to_left(cluster: Cluster) -> Iterator[Piece]:
    """Return a piece for each character, every one's origin left of the one before."""
    count = sum(not traits(character).is_mark for character in cluster.text)
    bases, marks = _split(cluster, count)
    shape, x, width = _baked(cluster, bases)
    step = _MARK_STEP * cluster.size / 1000
    tiles = _tiles(_piece(cluster, shape, "", x, width), max(1, count))
    blank = last = _piece(cluster, Blank(MARK_WIDTH), "", x, MARK_WIDTH)
    for character in cluster.text:
        if not traits(character).is_mark or not count:
            last = next(tiles, blank)
        else:
            x = last.x - step
            mark = _moved(cluster, marks.pop(0), x) if marks else Blank(MARK_WIDTH)
            last = last._replace(shape=mark, x=x, width=MARK_WIDTH)
        yield last._replace(text=character)


def _tiles(ligature: Piece, count: int) -> Iterator[Piece]:
    """Return a ligature as pieces side by side, from right to left, the last one to be seen."""
    shape, width = ligature.shape, ligature.width
    if count == 1 or isinstance(shape, Blank):
        yield ligature
        return
    tile, right = round(width / count), width
    for index in range(count - 1, 0, -1):
        left = tile * index
        x = ligature.x + left * ligature.size / 1000
        yield ligature._replace(shape=Blank(right - left), x=x, width=right - left)
        right = left
    parts = shape.parts if isinstance(shape, Composite) else (Part(shape, 0, 0),)
    yield ligature._replace(shape=Composite(parts, tile), width=tile)


def _split(cluster: Cluster, letters: int) -> tuple[list[Glyph], list[Glyph]]:
    """Return the glyphs of the letters and, if there is one for each mark, those of the marks."""
    glyphs = cluster.glyphs
    wide = [glyph for glyph in glyphs if glyph.width]
    narrow = [glyph for glyph in reversed(glyphs) if not glyph.width]
    if letters and len(wide) == 1 and len(narrow) == len(cluster.text) - letters:
        return wide, narrow
    return glyphs, []


def _baked(cluster: Cluster, glyphs: list[Glyph]) -> tuple[int | Composite, float, int]:
    """Return glyphs as one shape, with its origin and advance."""
    if len(glyphs) == 1:
        number, x, y, width = glyphs[0]
        if number and not y:
            return number, x, width
    x = min([glyph.x for glyph in glyphs])
    parts = tuple([_part(cluster, glyph, x) for glyph in glyphs])
    wide = max([(glyph.x - x) / cluster.size * 1000 + glyph.width for glyph in glyphs])
    width = ceil(wide) or MARK_WIDTH
    return Composite(parts, width), x, width


def _moved(cluster: Cluster, glyph: Glyph, origin: float) -> Composite:
    return Composite((_part(cluster, glyph, origin),), MARK_WIDTH)


def _part(cluster: Cluster, glyph: Glyph, origin: float) -> Part:
    units = cluster.font.upem / cluster.size
    return Part(glyph.id, round((glyph.x - origin) * units), round(glyph.y * units))
