"""Pictures as they are published: upright, in sRGB, reduced, without metadata.

What a camera notes, the place among it, stays with the publisher.
"""

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from toolkit.article.picture_source import refused
from toolkit.errors import ArticleError
from toolkit.render.recipes import recipes

if TYPE_CHECKING:
    from PIL import Image

    from toolkit.render.pictures import PictureFile

__all__ = ["damaged", "encoded"]

_LARGEST = 2400
"""Pixels of the longer side to which a picture is reduced before anything is made of it."""


def encoded(
    picture: "PictureFile", size: tuple[int, int], media_type: str, *, is_cut: bool = False
) -> bytes:
    """Return a picture in another size and type.

    Args:
        picture: The author's.
        size: Width and height in pixels.
        media_type: One that ``data/pictures.toml`` says how to save.
        is_cut: Whether what does not fit the size is cut off, rather than squeezed in.

    Raises:
        ArticleError: It is damaged.
        OSError: It cannot be read.
    """
    from PIL import Image, ImageOps

    lanczos = Image.Resampling.LANCZOS
    try:
        image = _reduced(picture)
        if is_cut:
            image = ImageOps.fit(image, size, lanczos)
        elif image.size != size:
            image = image.resize(size, lanczos)
        return _saved(image, media_type)
    except MemoryError:  # the picture is whole, the process too small
        raise
    except Exception as error:  # Pillow's readers raise nearly anything on a damaged file
        raise damaged(picture) from error


def damaged(picture: "PictureFile") -> ArticleError:
    """Return the error that says that a picture cannot be read."""
    reason = "is damaged and cannot be read"
    return refused("picture-damaged", reason, "Save the picture again", picture.label)


@lru_cache(maxsize=2)
def _reduced(picture: "PictureFile") -> "Image.Image":
    """Return the first frame, reduced to what is needed; several sizes are made one by one."""
    from PIL import Image

    with Image.open(io.BytesIO(picture.data())) as opened:
        opened.draft(None, (_LARGEST, _LARGEST))
        image = _in_srgb(opened)
    image = _upright(image, picture.orientation)
    if max(image.size) > _LARGEST:
        image.thumbnail((_LARGEST, _LARGEST), Image.Resampling.LANCZOS)
    image.info = {}
    return image


def _upright(image: "Image.Image", orientation: int) -> "Image.Image":
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[orientation]) if orientation in turns else image


def _in_srgb(image: "Image.Image") -> "Image.Image":
    """Return a picture with 8 bits a channel as RGB or RGBA, its colours as they were meant."""
    mode = "RGBA" if image.has_transparency_data else "RGB"
    profile = image.info.get("icc_profile")
    if not profile:
        return _eight_bits(image).convert(mode)
    plain = image if image.mode in ("RGB", "CMYK", "L") else _eight_bits(image).convert("RGB")
    colours = _converted(plain, profile)
    if mode == "RGBA":
        colours.putalpha(image.convert("RGBA").getchannel("A"))
    return colours


def _eight_bits(image: "Image.Image") -> "Image.Image":
    """Return a grey picture of 16 bits with 8, as converting it would cut off the lighter tones."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value / 256).convert("L")


def _converted(image: "Image.Image", profile: bytes) -> "Image.Image":
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):  # a damaged profile, or one of other colours
        return image.convert("RGB")
    return converted if converted is not None else image.convert("RGB")


def _saved(image: "Image.Image", media_type: str) -> bytes:
    way: dict[str, Any] = recipes()["saved"][media_type]
    out = io.BytesIO()
    shown = _on_white(image) if way["format"] == "JPEG" else image
    shown.save(out, way["format"], **way["options"])
    return out.getvalue()


def _on_white(image: "Image.Image") -> "Image.Image":
    from PIL import Image

    if image.mode == "RGB":
        return image
    ground = Image.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground
