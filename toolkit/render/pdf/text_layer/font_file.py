"""Glyphs added to a TrueType file: composites and blanks.

The tables are written as bytes, since a full parse would cost more than the rest of the page
(https://learn.microsoft.com/typography/opentype/spec/glyf).
"""

import io
import struct
from collections.abc import Sequence
from typing import Final

from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter

from toolkit.render.pdf.text_layer.shapes import Blank, Composite

__all__ = ["add_glyphs"]

_WORDS_XY: Final = 0x0003
_MORE: Final = 0x0020
_VERTICAL: Final = ("vhea", "vmtx", "VORG")
_Box = tuple[int, int, int, int]


def add_glyphs(content: bytes, shapes: Sequence[Composite | Blank], upem: int) -> tuple[bytes, int]:
    """Return a font file with shapes behind its last glyph, and the number of the first.

    Args:
        content: A TrueType file with one font.
        shapes: Composites and blanks.
        upem: The font's units per em.
    """
    reader = SFNTReader(io.BytesIO(content))
    tables = {tag: reader[tag] for tag in reader.keys() if tag not in _VERTICAL}  # noqa: SIM118
    glyphs = _Glyphs(tables)
    first = glyphs.count
    for shape in shapes:
        glyphs.add(shape, upem)
    tables |= glyphs.tables()
    target = io.BytesIO()
    writer = SFNTWriter(target, len(tables), reader.sfntVersion)
    for tag in sorted(tables):
        writer[tag] = tables[tag]
    writer.close()
    return target.getvalue(), first


class _Glyphs:
    """The tables that know each glyph."""

    def __init__(self, tables: dict[str, bytes]) -> None:
        self._tables = tables
        self.count: int = struct.unpack_from(">H", tables["maxp"], 4)[0]
        self._old = self.count
        self._glyf = bytearray(tables["glyf"])
        long = struct.unpack_from(">h", tables["head"], 50)[0]
        loca = struct.unpack_from(f">{self.count + 1}{'I' if long else 'H'}", tables["loca"])
        self._loca = list(loca) if long else [2 * offset for offset in loca]
        self._metrics = _all_metrics(tables, self.count)
        self._elements, self._boxes = 1, [struct.unpack_from(">4h", tables["head"], 36)]

    def add(self, shape: Composite | Blank, upem: int) -> None:
        """Append a shape."""
        advance = round(shape.width * upem / 1000)
        if isinstance(shape, Composite):
            data, left = self._composite(shape)
        else:
            data, left = (_flat(advance) if shape.outlined else b""), 0
        self._glyf += data + bytes(-len(data) % 4)
        self._loca.append(len(self._glyf))
        self._metrics += struct.pack(">Hh", advance, left)
        self.count += 1

    def tables(self) -> dict[str, bytes]:
        """Return the tables that have changed."""
        old = self._tables
        box = _union(self._boxes)
        head = (
            old["head"][:36]
            + struct.pack(">4h", *box)
            + old["head"][44:50]
            + b"\0\1"
            + old["head"][52:]
        )
        points, contours, deep_points, deep_contours = struct.unpack_from(">4H", old["maxp"], 6)
        elements, depth = struct.unpack_from(">2H", old["maxp"], 28)
        many = max(1, self._elements)
        maxp = bytearray(old["maxp"])
        struct.pack_into(">H", maxp, 4, self.count)
        struct.pack_into(">2H", maxp, 6, max(points, 3), max(contours, 1))
        struct.pack_into(
            ">2H",
            maxp,
            10,
            _most(many * max(points, deep_points)),
            _most(many * max(contours, deep_contours)),
        )
        struct.pack_into(">2H", maxp, 28, max(elements, many), depth + 1)
        return {
            "glyf": bytes(self._glyf),
            "loca": struct.pack(f">{len(self._loca)}I", *self._loca),
            "hmtx": bytes(self._metrics),
            "hhea": old["hhea"][:34] + struct.pack(">H", self.count),
            "head": head,
            "maxp": bytes(maxp),
        }

    def _composite(self, shape: Composite) -> tuple[bytes, int]:
        drawn = [
            part for part in shape.parts if self._loca[part.glyph] < self._loca[part.glyph + 1]
        ]
        if not drawn:
            return b"", 0
        boxes = []
        data = b""
        for index, (glyph, dx, dy) in enumerate(drawn, 1):
            box = struct.unpack_from(">4h", self._glyf, self._loca[glyph] + 2)
            boxes.append((box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy))
            flags = _WORDS_XY | (_MORE if index < len(drawn) else 0)
            data += struct.pack(">HHhh", flags, glyph, dx, dy)
        box = _union(boxes)
        self._boxes.append(box)
        self._elements = max(self._elements, len(drawn))
        return struct.pack(">5h", -1, *box) + data, box[0]


def _flat(advance: int) -> bytes:
    """Return a contour without area, as wide as the advance."""
    ends = struct.pack(">5hHH", 1, 0, 0, advance, 0, 2, 0)
    return ends + b"\1\1\1" + struct.pack(">3h3h", 0, advance, -advance, 0, 0, 0)


def _all_metrics(tables: dict[str, bytes], count: int) -> bytearray:
    """Return hmtx with an advance for each glyph."""
    full: int = struct.unpack_from(">H", tables["hhea"], 34)[0]
    hmtx = tables["hmtx"]
    advance = hmtx[4 * full - 4 : 4 * full - 2]
    bearings = hmtx[4 * full :]
    metrics = bytearray(hmtx[: 4 * full])
    for index in range(count - full):
        metrics += advance + bearings[2 * index : 2 * index + 2]
    return metrics


def _union(boxes: Sequence[_Box]) -> _Box:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _most(count: int) -> int:
    return min(count, 0xFFFF)
