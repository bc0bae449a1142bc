"""The clusters of a line that Pango has shaped: which glyphs show which characters, and where.

A cluster is the smallest part of a text whose glyphs can be told from their neighbours'
(https://harfbuzz.github.io/clusters.html).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple

from toolkit.render.pdf.text_layer.characters import traits

__all__ = ["LAYOUT_CONTROLS", "Cluster", "Glyph", "line_clusters", "runs_of"]

_EMPTY: Final = 0x0FFFFFFF
_UNKNOWN: Final = 0x10000000
_PANGO_UNIT: Final = 1 / 1024

LAYOUT_CONTROLS: Final = "\u061c\u200b\u200d-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Joiners, bidi controls and the like, as in a set of characters: nobody is to copy them."""

_controls: Final = re.compile(f"[{LAYOUT_CONTROLS}]")


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
    utf8 = textbox.pango_layout.text.encode()
    clusters: list[Cluster] = []
    pen = 0.0
    for run in runs_of(first_line):
        pen = _add_run(clusters, _Pen(stream, textbox, run), utf8, run, pen)
    clusters.sort(key=lambda cluster: cluster.start)
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
    """Measures the glyphs of one run as WeasyPrint does, whose roundings show on paper."""

    __slots__ = ("font", "pango_font", "per_em", "size", "stream", "widths")

    def __init__(self, stream: Any, textbox: Any, run: Any) -> None:
        from weasyprint.text.ffi import pango

        self.stream = stream
        self.pango_font = run.item.analysis.font
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


def _add_run(clusters: list[Cluster], pen: _Pen, utf8: bytes, run: Any, x: float) -> float:
    """Append the clusters of a run that begins at x; return where it ends."""
    starts, infos = _shaped(run.glyphs)
    texts = _texts(utf8, run, starts)
    is_rtl = bool(run.item.analysis.level % 2)
    size, per_em, base = pen.size, pen.per_em, run.item.offset
    em = size / 1000
    cluster: Cluster | None = None
    for start, (glyph, advance, x_offset, y_offset) in zip(starts, infos, strict=True):
        if cluster is None or base + start != cluster.start:
            cluster = Cluster(texts[start], base + start, pen.font, size, is_rtl, x)
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


def _shaped(glyphs: Any) -> tuple[list[int], Iterator[tuple[int, ...]]]:
    """Return where each glyph's cluster starts, and its id, advance and offsets."""
    from weasyprint.text.ffi import ffi

    count = glyphs.num_glyphs
    stride = ffi.sizeof("PangoGlyphInfo") // 4
    numbers = memoryview(ffi.buffer(glyphs.glyphs, count * stride * 4)).cast("i").tolist()
    columns = [numbers[column::stride] for column in range(4)]
    return ffi.unpack(glyphs.log_clusters, count), zip(*columns, strict=True)


def _texts(utf8: bytes, run: Any, starts: list[int]) -> dict[int, str]:
    """Return the text of the cluster at each start: up to the next larger one."""
    ends = sorted({*starts, run.item.length})
    offset = run.item.offset
    return {
        start: _controls.sub("", utf8[offset + start : offset + end].decode())
        for start, end in pairwise(ends)
    }
