"""The clusters of a line that Pango has shaped: which glyphs show which characters, and where.

A cluster is the smallest part of a text whose glyphs can be told from their neighbours'
(https://harfbuzz.github.io/clusters.html).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from operator import attrgetter
from struct import Struct
from typing import Any, Final, NamedTuple

from toolkit.render.pdf.text_layer.characters import traits

__all__ = ["LAYOUT_CONTROLS", "Cluster", "Glyph", "line_clusters", "runs_of"]

_EMPTY: Final = 0x0FFFFFFF
_UNKNOWN: Final = 0x10000000
_PANGO_UNIT: Final = 1 / 1024

LAYOUT_CONTROLS: Final = "\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Joiners, bidi controls and the like, as in a set of characters: nobody is to copy them."""

_controls: Final = re.compile(f"[{LAYOUT_CONTROLS}]")
_start: Final = attrgetter("start")


class Glyph(NamedTuple):
    """A glyph where it is drawn.

    Args:
        id: Its number in the font, 0 for a character that the font lacks.
        x: Its origin, in CSS pixels right of the box's left edge.
        y: Its origin above the baseline, in CSS pixels.
        width: Its advance as the PDF's font has it, in thousandths of the font size.
    """

    id: int
    x: float
    y: float
    width: int


@dataclass(slots=True)
class Cluster:
    """Some characters and the glyphs that show them together.

    Args:
        text: The characters, in logical order.
        start: Where they stand in the UTF-8 text of the box.
        font: WeasyPrint's font.
        size: Font size in CSS pixels.
        is_rtl: Whether their embedding level is odd.
        left: Left edge in CSS pixels.
        right: Right edge in CSS pixels.
        glyphs: What is drawn; none for a character such as U+200C.
    """

    text: str
    start: int
    font: Any
    size: float
    is_rtl: bool
    left: float
    right: float = 0.0
    glyphs: list[Glyph] = field(default_factory=list)

    def join(self, mark: "Cluster") -> None:
        """Take in a mark that follows."""
        self.text += mark.text
        in_visual_order = (mark, self) if self.is_rtl else (self, mark)
        self.glyphs = [glyph for cluster in in_visual_order for glyph in cluster.glyphs]
        self.left, self.right = min(self.left, mark.left), max(self.right, mark.right)


def runs_of(first_line: Any) -> Iterator[Any]:
    """Return the runs of a Pango line, from left to right.

    Args:
        first_line: A ``PangoLayoutLine``.
    """
    from weasyprint.text.ffi import ffi

    run = first_line.runs[0]
    while run != ffi.NULL:
        yield run.data
        run = run.next


def line_clusters(stream: Any, textbox: Any, first_line: Any) -> list[Cluster]:
    """Return the clusters of a line in logical order, each where stock WeasyPrint draws it.

    Marks are in the cluster of their letter, and layout controls in none.

    Args:
        stream: WeasyPrint's content stream, which knows the document's fonts.
        textbox: The box that is drawn.
        first_line: Its ``PangoLayoutLine``.
    """
    text: str = textbox.pango_layout.text
    utf8, has_controls = text.encode(), bool(_controls.search(text))
    clusters: list[Cluster] = []
    pens: dict[Any, _Pen] = {}
    x = 0.0
    for run in runs_of(first_line):
        font = run.item.analysis.font
        if font not in pens:
            pens[font] = _Pen(stream, textbox, font)
        x = _add_run(clusters, pens[font], _Run(run, utf8, has_controls=has_controls), x)
    clusters.sort(key=_start)
    return _joined(clusters)


def _joined(clusters: list[Cluster]) -> list[Cluster]:
    joined: list[Cluster] = []
    for cluster in clusters:
        if not cluster.text:
            continue
        last = joined[-1] if joined else None
        if last and last.glyphs and last.font is cluster.font and traits(cluster.text[0]).is_mark:
            last.join(cluster)
        else:
            joined.append(cluster)
    return joined


class _Pen:
    """Measures the glyphs of one font as WeasyPrint does, whose roundings show on paper."""

    __slots__ = ("font", "pango_font", "per_em", "size", "stream", "widths")

    def __init__(self, stream: Any, textbox: Any, pango_font: Any) -> None:
        from weasyprint.text.ffi import pango

        self.stream = stream
        self.pango_font = pango_font
        self.font, self.size = stream.add_font(self.pango_font)
        if pango.pango_version() < 14802:
            self.size = textbox.style["font_size"]
        self.per_em = 1000 * _PANGO_UNIT / self.size
        self.widths = self.font.widths

    def width(self, glyph: int) -> int:
        """Return the advance of a glyph in thousandths of the font size."""
        if glyph not in self.widths:
            from weasyprint.text.ffi import pango

            stream = self.stream
            pango.pango_font_get_glyph_extents(
                self.pango_font, glyph, stream.ink_rect, stream.logical_rect
            )
            self.widths[glyph] = round(stream.logical_rect.width * self.per_em)
        return int(self.widths[glyph])

    def miss(self, character: str) -> None:
        """Note that the font lacks a character, as WeasyPrint does: .notdef keeps its outline."""
        from weasyprint.logger import LOGGER

        self.font.get_unused_glyph_id(ord(character))
        LOGGER.warning('No font has the character "%s" (U+%04X)', character, ord(character))


class _Run:
    """A run as Pango has shaped it."""

    __slots__ = ("glyphs", "is_rtl", "starts", "texts")

    def __init__(self, run: Any, utf8: bytes, *, has_controls: bool) -> None:
        item, shaped = run.item, run.glyphs
        begin, count = item.offset, shaped.num_glyphs
        self.is_rtl = bool(item.analysis.level % 2)
        self.starts = [begin + start for start in shaped.log_clusters[0:count]]
        self.glyphs = _glyphs(shaped.glyphs, count)
        self.texts = _texts(utf8, self.starts, begin + item.length) if count else {}
        if has_controls:
            self.texts = {at: _controls.sub("", text) for at, text in self.texts.items()}


def _add_run(clusters: list[Cluster], pen: _Pen, run: _Run, x: float) -> float:
    """Append the clusters of a run that begins at x; return where it ends."""
    size, per_em = pen.size, pen.per_em
    em = size / 1000
    cluster: Cluster | None = None
    for start, (glyph, advance, x_offset, y_offset) in zip(run.starts, run.glyphs, strict=True):
        if cluster is None or start != cluster.start:
            cluster = Cluster(run.texts[start], start, pen.font, size, run.is_rtl, x)
            clusters.append(cluster)
        if glyph == _EMPTY:
            x += advance / size * em
            cluster.right = x
            continue
        if glyph & _UNKNOWN:
            pen.miss(chr(glyph - _UNKNOWN))
            glyph, width = 0, round(advance * per_em)  # noqa: PLW2901
        else:
            width = pen.width(glyph)
        offset = x_offset / size
        cluster.glyphs.append(Glyph(glyph, x + offset * em, -y_offset / 1000, width))
        x += (width + offset - int(width + offset - advance * per_em)) * em
        cluster.right = x
    return x


def _glyphs(infos: Any, count: int) -> Iterator[tuple[int, ...]]:
    """Return the id, advance and offsets of each glyph."""
    from weasyprint.text.ffi import ffi

    layout = _four_integers(ffi.sizeof("PangoGlyphInfo"))
    return layout.iter_unpack(ffi.buffer(infos, count * layout.size))


@cache
def _four_integers(size: int) -> Struct:
    """Return the layout of a record of some bytes that begins with four integers."""
    return Struct(f"=4i{size - 16}x")


def _texts(utf8: bytes, starts: list[int], end: int) -> dict[int, str]:
    """Return the text of the cluster at each start: up to the next larger one."""
    ordered = sorted({*starts})
    text = utf8[ordered[0] : end].decode()
    if len(text) == len(ordered):
        return dict(zip(ordered, text, strict=True))
    return {at: utf8[at:to].decode() for at, to in pairwise([*ordered, end])}
