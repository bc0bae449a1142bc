"""The PDFs of articles, whole and as pictures of their pages."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import Response

from toolkit.language import Locale
from toolkit.preview.context import Asked, Context, Preview
from toolkit.preview.page import framed
from toolkit.preview.printing import Printed

__all__ = ["FOREVER", "Width", "router"]

router = APIRouter()

FOREVER = {"Cache-Control": "max-age=31536000, immutable"}

Width = Annotated[int, Query(ge=100, le=2400)]


@router.get("/sheets/{locale}/{name}")
async def sheets(locale: str, name: str, preview: Preview, asked: Asked) -> Response:
    """Return a page that shows the pages of an article's PDF one below the other."""
    printed = await _printed(preview, locale, name)
    if printed.document is None:
        return framed("nothing.html", asked.ui, faults=printed.faults)
    return framed(
        "sheets.html",
        asked.ui,
        printed=printed,
        sizes=printed.document.sizes,
        language=Locale.parse(locale),
        address=f"/pdf/{locale}/{name}",
    )


@router.get("/pdf/{locale}/{name}")
async def pdf(locale: str, name: str, preview: Preview) -> Response:
    """Return an article as a PDF."""
    printed = await _printed(preview, locale, name)
    if printed.document is None:
        raise HTTPException(409)
    headers = {"ETag": f'"{printed.digest}"'}
    return Response(printed.document.pdf, media_type="application/pdf", headers=headers)


@router.get("/pdf/{locale}/{name}/{version}/{number}.png")
async def sheet(
    locale: str, name: str, version: str, number: int, preview: Preview, width: Width = 1200
) -> Response:
    """Return a page of one of an article's last PDFs as a picture."""
    found = {one.digest: one for one in preview.printing.versions(locale, name)}.get(version)
    if found is None or found.document is None or not 0 < number <= len(found.document.sizes):
        raise HTTPException(404)
    data = await preview.printing.picture(found.document, number, width)
    return Response(data, media_type="image/png", headers=FOREVER)


async def _printed(preview: Context, locale: str, name: str) -> Printed:
    try:
        return await preview.printing.document(locale, name)
    except KeyError as error:
        raise HTTPException(404) from error
