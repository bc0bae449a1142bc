"""JPEG files without what a camera notes in them: place, time, serial number, thumbnails.

The pixels are not coded anew (ITU-T T.81, annex B: https://www.w3.org/Graphics/JPEG/itu-t81.pdf).
"""

import struct

__all__ = ["without_metadata"]

_KEPT = {0xE0, 0xE2, 0xEE}  # JFIF, colour profile, Adobe's note on the colours
_BARE = {0x01, *range(0xD0, 0xD9)}  # markers without a segment
_START_OF_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
_MULTI_PICTURE = b"MPF\0"


def without_metadata(data: bytes, orientation: int = 1) -> bytes:
    """Return a JPEG without metadata, and without what follows its end.

    Args:
        data: The file.
        orientation: The EXIF orientation to keep, from 1 to 8.

    Raises:
        ValueError: It is not a whole JPEG.
    """
    pieces = [data[:2], _orientation(orientation)] if orientation > 1 else [data[:2]]
    place = 2
    while (marker := data[(place := _next_marker(data, place)) + 1]) != _END:
        end = _end_of_segment(data, place, marker)
        if not _is_metadata(marker, data[place + 4 : end]):
            pieces.append(data[place:end])
        place = end
    return b"".join((*pieces, b"\xff\xd9"))


def _next_marker(data: bytes, place: int) -> int:
    """Return the place of a marker; decoders pass over what stands before it, too."""
    found = data.find(b"\xff", place)
    if found < 0 or found + 1 >= len(data):
        raise ValueError("no marker where one should be")
    return found


def _end_of_segment(data: bytes, place: int, marker: int) -> int:
    if marker in _BARE:
        return place + 2
    if marker == 0xFF:  # filling
        return place + 1
    (length,) = struct.unpack_from(">H", data, place + 2) if place + 4 <= len(data) else (0,)
    end = place + 2 + length
    return _end_of_scan(data, end) if marker == _START_OF_SCAN else end


def _end_of_scan(data: bytes, place: int) -> int:
    """Return the place of the first marker that is not within the coded pixels."""
    while (place := data.find(b"\xff", place)) >= 0:
        following = data[place + 1 : place + 2]
        if following and following != b"\0" and not 0xD0 <= following[0] <= 0xD7:
            return place
        place += 2
    raise ValueError("the pixels have no end")


def _is_metadata(marker: int, content: bytes) -> bool:
    if marker == _COMMENT or content.startswith(_MULTI_PICTURE):
        return True
    return 0xE0 <= marker <= 0xEF and marker not in _KEPT


def _orientation(value: int) -> bytes:
    """Return a segment of EXIF data with the orientation alone."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, value, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
