"""What a picture is: its type and size, once its own bytes are found to be whole."""

import io
import os
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import unquote

from toolkit.article import jpeg
from toolkit.article.picture_source import (
    check_source,
    decode,
    is_data_url,
    locate,
    oversized,
    refused,
)

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["Picture", "inspect"]

MAX_BYTES = 20_000_000
MAX_PIXELS = 40_000_000
_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "GIF": "image/gif"}
_MPO = "MPO"  # a JPEG with further ones behind it, as telephones write them
_GIF_TRAILER = b";"  # https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 27
_ORIENTATION = 0x0112
_ORIENTATIONS = range(1, 9)
_TURNED = range(5, 9)
_TOLERANCE = 0.02  # of the ratio; sides are rounded to whole pixels


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture is.

    Args:
        width: Pixels from edge to edge, as it is shown (EXIF orientation applied).
        height: Pixels from top to bottom, likewise.
        media_type: Such as ``image/png``.
        path: The file, or ``None`` for a ``data:`` URL.
        weight: Bytes that it has.
        is_animated: Whether it moves.
        orientation: EXIF orientation, from 1 to 8, that is to be applied.
        modified: When the file was changed last, in nanoseconds since 1970; 0 without one.
    """

    width: int
    height: int
    media_type: str
    path: Path | None = None
    weight: int = 0
    is_animated: bool = False
    orientation: int = 1
    modified: int = 0

    def size(self, width: int | None, height: int | None) -> tuple[int, int]:
        """Return the size to show it in where one side of it may be given.

        Args:
            width: Pixels, or ``None`` for what suits the height.
            height: Pixels, or ``None`` for what suits the width.

        Returns:
            Width and height; its own where neither is given.
        """
        if width and not height:
            height = max(1, round(width * self.height / self.width))
        elif height and not width:
            width = max(1, round(height * self.width / self.height))
        return width or self.width, height or self.height

    def fits(self, width: int, height: int) -> bool:
        """Return whether it fills this size without being distorted to the eye."""
        return abs(width * self.height / (height * self.width) - 1) <= _TOLERANCE


def inspect(source: str, folder: Path | None, *, owner: str = "article") -> Picture:
    """Return what a picture is, after looking at its bytes.

    Args:
        source: A path from the folder, or a ``data:`` URL.
        folder: The owner's folder, or ``None`` for one in memory.
        owner: Whose folder it is, for the messages: ``article`` or ``publication``.

    Returns:
        Its size and type.

    Raises:
        ArticleError: It may not be used, is missing, too large, cut off, otherwise damaged, or of
            another type.
    """
    if is_data_url(source):
        data = decode(source)
        return replace(_read(io.BytesIO(data), source), weight=len(data))
    check_source(source, owner=owner)
    if folder is None:
        reason = f"cannot be found, since the {owner} was not read from a folder"
        raise refused("picture-missing", reason, f"Give the {owner}'s folder", source)
    stamps = tuple(_stamps(source, folder))
    if any(stamps):
        return _inspect_once(source, folder, owner, stamps)
    return _inspect(source, folder, owner)


def _stamps(source: str, folder: Path) -> Iterator[tuple[int, ...]]:
    """Yield what tells each file that may be meant, and its content, from any other."""
    for name in dict.fromkeys((source, unquote(source))):
        try:
            found = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118 - for every page
        except OSError:
            yield ()
        else:
            yield found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


@lru_cache(maxsize=4096)
def _inspect_once(
    source: str,
    folder: Path,
    owner: str,
    stamps: tuple[tuple[int, ...], ...],  # noqa: ARG001 - part of the cache key
) -> Picture:
    """Look for a file and read it once while it stays where and as it is."""
    return _inspect(source, folder, owner)


def _inspect(source: str, folder: Path, owner: str) -> Picture:
    path = locate(source, folder, owner=owner)
    try:
        found = path.stat()
        if (size := found.st_size) > MAX_BYTES:
            raise oversized(source, f"{size / 1e6:.0f} MB", f"{MAX_BYTES / 1e6:.0f} MB")
        with path.open("rb") as file:
            picture = _read(file, source)
        return replace(picture, path=path, weight=size, modified=found.st_mtime_ns)
    except OSError as error:
        reason = f"cannot be opened: {error.strerror}"
        raise refused("picture-missing", reason, "Check the file", source) from error


def _read(file: BinaryIO, source: str) -> Picture:
    """Read the header; then see whether the pixels are all there."""
    from PIL import Image, UnidentifiedImageError

    most = f"{MAX_PIXELS / 1e6:.0f} megapixels"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=tuple(_FORMATS))
            picture = _described(image)
            if picture.width * picture.height <= MAX_PIXELS:
                _check_pixels(image, file)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise oversized(source, "more pixels than a page can use", most) from error
    except UnidentifiedImageError as error:
        reason = "is not a PNG, JPEG, WebP or GIF"
        raise refused("picture-type", reason, "Save it as one of these", source) from error
    except MemoryError:  # the picture is whole, the process too small
        raise
    except Exception as error:  # Pillow's readers raise nearly anything on a damaged file
        reason = "is damaged and cannot be read"
        raise refused("picture-damaged", reason, "Save the picture again", source) from error
    if picture.width * picture.height > MAX_PIXELS:
        raise oversized(source, f"{picture.width} × {picture.height} pixels", most)
    return picture


def _check_pixels(image: "Image.Image", file: BinaryIO) -> None:
    """Raise an error where pixels are damaged or missing, a JPEG's read in its least size.

    Any library may tell Pillow to take what is cut off, so that the end is looked for first.
    """
    from PIL import Image

    if image.format == "PNG":
        image.verify()
        file.seek(0)
        image = Image.open(file, formats=("PNG",))
    elif image.format in ("JPEG", _MPO):
        file.seek(0)
        jpeg.without_metadata(file.read())
    elif image.format == "GIF":
        file.seek(0)
        if not file.read().rstrip(b"\0").endswith(_GIF_TRAILER):
            raise ValueError("the file has no end")
    image.draft(None, (1, 1))
    image.load()


def _described(image: "Image.Image") -> Picture:
    orientation = _orientation(image)
    width, height = image.size
    if orientation in _TURNED:
        width, height = height, width
    if image.format == _MPO:
        return Picture(width, height, _FORMATS["JPEG"], orientation=orientation)
    moves = bool(getattr(image, "is_animated", False))
    media_type = _FORMATS[image.format or ""]
    return Picture(width, height, media_type, is_animated=moves, orientation=orientation)


def _orientation(image: "Image.Image") -> int:
    if image.format == "PNG":  # its EXIF data may follow the pixels, which would be decoded
        return 1
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except (SyntaxError, ValueError, LookupError, TypeError, struct.error):
        return 1
    return value if value in _ORIENTATIONS else 1
