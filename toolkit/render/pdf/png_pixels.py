"""The pixels of PNG pictures, which a PDF can hold as the file has them.

Both compress rows of pixels by the same filters (PNG 3, 9; ISO 32000-1, 7.4.4.4).  WeasyPrint
reads and codes each picture again, which takes longer than setting a page of text.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from toolkit.render.pdf.internals import changed_internals, replaced

__all__ = ["INTERNALS", "kept_pixels", "pixels_of"]

INTERNALS: Final = Path(__file__).parent / "data" / "png_pixels.toml"
"""Digests of the functions of WeasyPrint that this depends on."""

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_HEADER: Final = ">IIBBBBB"
_CHANNELS: Final = {0: 1, 2: 3}
"""Of the colour types grey and RGB; the others are not stored so in a PDF."""

_FILTERS: Final = bytes(range(5))
_WELL_COMPRESSED: Final = 2


@contextmanager
def kept_pixels() -> Iterator[None]:
    """Have WeasyPrint take over the compressed pixels of PNG pictures where that is possible.

    A function of WeasyPrint is replaced while this is open: no other document may be written
    then.  Where it is not the known one, it is left alone.
    """
    if changed_internals(INTERNALS):
        yield
        return
    from weasyprint.images import RasterImage

    def pixels(stock: Callable[..., bytes], picture: Any) -> bytes:
        return _of_picture(picture) or stock(picture)

    with replaced(RasterImage, "_get_png_data", pixels):
        yield


def _of_picture(picture: Any) -> bytes | None:
    """Return the pixels of a picture that Pillow has opened and nobody has changed."""
    # An opened picture has the class of its format; what Pillow makes of one is an Image.
    source = getattr(picture, "fp", None)
    if picture.format != "PNG" or not isinstance(source, BytesIO):
        return None
    return pixels_of(source.getvalue())


def pixels_of(png: bytes) -> bytes | None:
    """Return the compressed pixels of a PNG.

    Args:
        png: The file; it may be damaged.

    Returns:
        A zlib stream of rows, each with the number of its filter before it; ``None`` where a PDF
        needs them otherwise: transparent, interlaced, of other than eight bits, or damaged.
    """
    chunks = list(_chunks(png))
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != struct.calcsize(_HEADER):
        return None
    width, height, depth, colours, _, _, interlaced = struct.unpack(_HEADER, chunks[0][1])
    if depth != 8 or interlaced or colours not in _CHANNELS or b"tRNS" in dict(chunks):
        return None
    data = b"".join(content for kind, content in chunks if kind == b"IDAT")
    row = 1 + width * _CHANNELS[colours]
    return data if _is_whole(data, row, height) else None


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the type and the content of each whole chunk."""
    at = len(_SIGNATURE) if png.startswith(_SIGNATURE) else len(png)
    while at + 12 <= len(png):
        (length,) = struct.unpack_from(">I", png, at)
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += 12 + length


def _is_whole(data: bytes, row: int, height: int) -> bool:
    """Tell whether compressed rows are all there, and compressed as well as Pillow would."""
    if len(data) < 2 or data[1] >> 6 < _WELL_COMPRESSED:
        return False
    stream = zlib.decompressobj()
    try:
        rows = stream.decompress(data, row * height + 1)
    except zlib.error:
        return False
    return stream.eof and len(rows) == row * height and not rows[::row].strip(_FILTERS)
