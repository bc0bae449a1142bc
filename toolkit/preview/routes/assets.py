"""Fonts and pictures: those that a page refers to, by the name that tells their content."""

import mimetypes
from functools import cache

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from toolkit.errors import ToolkitError
from toolkit.preview.context import Preview
from toolkit.render import Theme
from toolkit.render.fonts import Face, faces, font_face_css, stand_in_css

__all__ = ["router"]

router = APIRouter()

_TYPES = {".avif": "image/avif", ".webp": "image/webp", ".woff2": "font/woff2"}
_FOREVER = {"Cache-Control": "max-age=31536000, immutable"}


@router.get("/assets/{name}")
def asset(name: str, preview: Preview) -> Response:
    """Return a font, or a picture of a page that was shown."""
    try:
        face = _fonts().get(name)
        data = face.file.read_bytes() if face else preview.renderings.asset(name)
    except (ToolkitError, OSError) as error:
        raise HTTPException(404) from error
    if data is None:
        raise HTTPException(404)
    return Response(data, media_type=_type(name), headers=_FOREVER)


@router.get("/shell/tokens.css")
def tokens() -> Response:
    """Return the design tokens and fonts of the pages, which the preview's window has too."""
    css = stand_in_css() + font_face_css("web", lambda face: f"/assets/{face.asset}")
    return Response(css + Theme.builtin().stylesheet(), media_type="text/css")


def _type(name: str) -> str:
    suffix = "." + name.rpartition(".")[2]
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


@cache
def _fonts() -> dict[str, Face]:
    return {face.asset: face for face in faces("web")}
