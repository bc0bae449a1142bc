"""The pictures a page refers to: their addresses, sizes and bytes."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from toolkit.article import jpeg, png
from toolkit.article.picture import Picture
from toolkit.render.encoding import damaged, encoded

__all__ = ["Asset", "PictureFile", "Pictures", "Rendition"]


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
    """A picture as its author saved it, which is published without its metadata.

    Args:
        digest: Tells its content.
        width: Width in pixels, upright.
        height: Height in pixels, likewise.
        media_type: The author's.
        weight: Bytes that it has.
        orientation: EXIF orientation that is to be applied.
        is_animated: Whether it moves; only its first frame is shown.
        origin: File to read, or the bytes themselves.
    """

    digest: str
    width: int
    height: int
    media_type: str
    weight: int
    orientation: int
    is_animated: bool
    origin: Path | bytes = field(compare=False)

    def __hash__(self) -> int:
        """Return a number that tells most pictures apart by their content alone."""
        return hash(self.digest)

    @classmethod
    def of(cls, picture: Picture, data: bytes = b"") -> "PictureFile":
        """Return the file of a picture.

        Args:
            picture: What it is.
            data: Its bytes, where it has no path.

        Raises:
            OSError: It cannot be read.
        """
        return _described(picture, data) if picture.path is None else _file_of(picture)

    @property
    def name(self) -> str:
        """File name made from a digest of its content, so that equal pictures share it."""
        return f"{self.digest}{'.jpg' if self.media_type == 'image/jpeg' else '.png'}"

    @property
    def label(self) -> str:
        """What messages call it."""
        return self.origin.name if isinstance(self.origin, Path) else "data:"

    def data(self) -> bytes:
        """Return what the author saved, without its metadata where the type is published.

        Raises:
            OSError: It cannot be read.
            ValueError: It is not whole.
        """
        data = self.origin if isinstance(self.origin, bytes) else self.origin.read_bytes()
        if self.media_type == "image/jpeg":
            return jpeg.without_metadata(data, self.orientation)
        return png.without_metadata(data) if self.media_type == "image/png" else data

    def read(self) -> bytes:
        """Return the picture in its own size as a JPEG or PNG.

        Raises:
            ArticleError: It is damaged.
            OSError: It cannot be read.
        """
        if self.media_type not in ("image/jpeg", "image/png"):
            return encoded(self, (self.width, self.height), "image/png")
        try:
            return self.data()
        except ValueError as error:
            raise damaged(self) from error


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture in another size or type, made when it is read.

    Args:
        picture: The author's.
        name: File name that tells what it is made from, and how.
        width: Width in pixels.
        height: Height in pixels.
        media_type: Its type.
        is_cut: Whether what does not fit the size is cut off.
    """

    picture: PictureFile
    name: str
    width: int
    height: int
    media_type: str
    is_cut: bool = False

    def read(self) -> bytes:
        """Return the picture's bytes, the same each time.

        Raises:
            ArticleError: The author's picture is damaged.
            OSError: It cannot be read.
        """
        return _made(self)


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

    def update(self, others: Mapping[str, Asset]) -> None:
        """Add pictures whose addresses are known.

        Args:
            others: The pictures by name.
        """
        self._files.update(others)

    def __getitem__(self, name: str) -> Asset:
        return self._files[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


@lru_cache(maxsize=128)
def _made(rendition: Rendition) -> bytes:
    size = (rendition.width, rendition.height)
    return encoded(rendition.picture, size, rendition.media_type, is_cut=rendition.is_cut)


@lru_cache(maxsize=4096)
def _file_of(picture: Picture) -> PictureFile:
    """Return a picture's file, which is read once while it stays as it is."""
    assert picture.path is not None  # noqa: S101 - the caller looked
    return _described(picture, picture.path)


def _described(picture: Picture, origin: Path | bytes) -> PictureFile:
    return PictureFile(
        _digest(origin),
        picture.width,
        picture.height,
        picture.media_type,
        picture.weight,
        picture.orientation,
        picture.is_animated,
        origin,
    )


def _digest(origin: Path | bytes) -> str:
    if isinstance(origin, bytes):
        return hashlib.sha256(origin).hexdigest()[:16]
    with origin.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]
