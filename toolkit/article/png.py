"""PNG files without what their maker notes in them: place, time, texts.

The pixels are not coded anew (https://www.w3.org/TR/png-3/#5Chunk-layout).
"""

import struct

__all__ = ["without_metadata"]

_KEPT = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"cICP"}
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def without_metadata(data: bytes) -> bytes:
    """Return a PNG without texts, EXIF data and the frames of an animation.

    Args:
        data: The file.

    Raises:
        ValueError: It is not a whole PNG.
    """
    pieces, place, name = [_SIGNATURE], len(_SIGNATURE), b""
    while name != b"IEND":
        if place + 12 > len(data):
            raise ValueError("the file has no end")
        length, name = struct.unpack_from(">I4s", data, place)
        end = place + 12 + length
        if name in _KEPT:
            pieces.append(data[place:end])
        place = end
    return b"".join(pieces)
