"""One picture in several widths and types, of which a browser takes the lightest that it can show.

https://html.spec.whatwg.org/multipage/images.html#adaptive-images
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from toolkit.render.pictures import Asset, PictureFile, Pictures, Rendition
from toolkit.render.recipes import recipes

__all__ = ["Place", "Responsive", "responsive"]

Place = Literal["lead", "front", "block", "body", "card"]
"""Where a picture stands: one of the tables of ``data/pictures.toml``."""


@dataclass(frozen=True, slots=True)
class Responsive:
    """What is made of a picture for one place.

    Args:
        plain: The one for browsers that know neither ``srcset`` nor the modern type.
        width: Width to announce, in pixels.
        height: Height to announce, in pixels.
        modern: The same in a modern type, from the narrowest; none for a drawing.
        media_type: The modern type.
        sizes: How wide the picture is shown.
        is_cut: Whether they show only a part of the author's.
    """

    plain: Asset
    width: int
    height: int
    modern: tuple[Rendition, ...] = ()
    media_type: str = ""
    sizes: str = ""
    is_cut: bool = False

    def source_set(self, pictures: Pictures) -> str:
        """Return the value of ``srcset``; an empty string where there is nothing to choose.

        Args:
            pictures: Takes the pictures.
        """
        return ", ".join(f"{_address(pictures.add(each))} {each.width}w" for each in self.modern)


@lru_cache(maxsize=4096)
def responsive(picture: PictureFile, place: Place) -> Responsive:
    """Return what is made of a picture; nothing is decoded or coded yet.

    Args:
        picture: The author's.
        place: Where it stands.
    """
    given, types = recipes()["places"][place], recipes()["types"]
    ratio = given.get("ratio")
    width, height = _cut(picture, ratio) if ratio else (picture.width, picture.height)
    if not ratio and _is_drawing(picture):
        return Responsive(picture, width, height)
    widths = sorted({min(wanted, width) for wanted in given["widths"]})
    made = [_rendition(picture, each, height / width, types["modern"], ratio) for each in widths]
    kept = picture.media_type if picture.media_type in types["kept"] else "image/png"
    plain_width, media_type = min(given["plain"], width), types["opaque"] if ratio else kept
    if plain_width == picture.width and media_type == picture.media_type and not ratio:
        plain: PictureFile | Rendition = picture
    else:
        plain = _rendition(picture, plain_width, height / width, media_type, ratio)
    shown = (plain.width, plain.height) if ratio else (width, height)
    return Responsive(plain, *shown, tuple(made), types["modern"], given["sizes"], bool(ratio))


def _cut(picture: PictureFile, ratio: list[int]) -> tuple[int, int]:
    """Return the size of the largest part of a picture that has a ratio."""
    across, down = ratio
    width = max(1, min(picture.width, round(picture.height * across / down)))
    return width, max(1, round(width * down / across))


def _is_drawing(picture: PictureFile) -> bool:
    drawing = recipes()["drawing"]
    bits = 8 * picture.weight / (picture.width * picture.height)
    return picture.media_type in drawing["media_types"] and bits < drawing["bits_per_pixel"]


def _rendition(
    picture: PictureFile, width: int, ratio: float, media_type: str, cut: object
) -> Rendition:
    height = max(1, round(width * ratio))
    way = recipes()["saved"][media_type]
    made_by = f"{picture.digest} {picture.orientation} {width} {height} {bool(cut)} {way}"
    digest = hashlib.sha256(made_by.encode()).hexdigest()[:16]
    name = f"{digest}-{width}{way['suffix']}"
    return Rendition(picture, name, width, height, media_type, bool(cut))


def _address(url: str) -> str:
    """Return an address as a list of them can hold it: without white space."""
    return url.replace(" ", "%20")
