"""The pictures a page refers to: their addresses, sizes and bytes."""

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from PIL import Image as PillowImage
from PIL import ImageOps

__all__ = ["Asset", "PictureFile", "Pictures"]

THUMBNAIL = (480, 320)
"""Size of a card's picture in pixels, 3:2."""


class Asset(Protocol):
    """What a page refers to by a name that tells its content."""

    @property
    def name(self) -> str:
        """File name."""
        ...

    def read(self) -> bytes:
        """Return the whole content."""
        ...


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One picture as it is written or embedded.

    Args:
        name: File name made from a digest of its content, so that equal pictures share it.
        width: Width in pixels.
        height: Height in pixels.
        origin: File to read, or the bytes themselves.
        is_thumbnail: Whether the picture is cut to 3:2 and reduced when read.
    """

    name: str
    width: int
    height: int
    origin: Path | bytes
    is_thumbnail: bool = False

    @classmethod
    def of(cls, origin: Path | bytes, width: int, height: int) -> "PictureFile":
        """Return a picture at its full size.

        Args:
            origin: File to read, or the bytes themselves.
            width: Width in pixels.
            height: Height in pixels.
        """
        return cls(f"{_digest(origin)}{_suffix(origin)}", width, height, origin)

    def thumbnail(self) -> "PictureFile":
        """Return the picture cut to the 3:2 of a card."""
        name = f"{_digest(self.origin)}-{THUMBNAIL[0]}.jpg"
        return PictureFile(name, *THUMBNAIL, self.origin, True)

    def read(self) -> bytes:
        """Return the picture's bytes, reduced if it is a thumbnail."""
        data = _read(self.origin)
        return _thumbnail(data) if self.is_thumbnail else data


@dataclass(slots=True)
class Pictures(Mapping[str, Asset]):
    """Collects the pictures of one page by name.

    Args:
        prefix: What stands before a picture's name in the page: ``assets/`` or a scheme.
    """

    prefix: str
    _files: dict[str, Asset] = field(default_factory=dict)

    def add(self, picture: Asset) -> str:
        """Add a picture and return its address in the page."""
        name = picture.name
        self._files[name] = picture
        return self.prefix + name

    def __getitem__(self, name: str) -> Asset:
        return self._files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _read(origin: Path | bytes) -> bytes:
    return origin if isinstance(origin, bytes) else origin.read_bytes()


def _digest(origin: Path | bytes) -> str:
    if isinstance(origin, bytes):
        return hashlib.sha256(origin).hexdigest()[:16]
    stat = origin.stat()
    return _file_digest(origin, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4096)
def _file_digest(path: Path, mtime: int, size: int) -> str:  # noqa: ARG001 - part of the cache key
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


_SIGNATURES = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"RIFF": ".webp"}


def _suffix(origin: Path | bytes) -> str:
    if isinstance(origin, Path):
        return origin.suffix.lower()
    return next((name for mark, name in _SIGNATURES.items() if origin.startswith(mark)), ".bin")


@lru_cache(maxsize=256)
def _thumbnail(data: bytes) -> bytes:
    with PillowImage.open(io.BytesIO(data)) as opened:
        image = ImageOps.fit(opened.convert("RGB"), THUMBNAIL, PillowImage.Resampling.LANCZOS)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=82, optimize=True, progressive=True)
    return out.getvalue()
