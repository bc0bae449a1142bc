"""What can be sent to a colleague: an article as one HTML file, or as a PDF."""

from urllib.parse import quote

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from toolkit.errors import ToolkitError
from toolkit.language import Locale
from toolkit.preview.context import Preview
from toolkit.preview.guard import ARTICLE_POLICY
from toolkit.render.paths import ASSETS, article_path

__all__ = ["router"]

router = APIRouter()


@router.get("/share/{locale}/{name}.html")
def html(locale: str, name: str, preview: Preview) -> Response:
    """Return an article's page with all that it needs inside, to be saved."""
    snapshot = preview.workspace.snapshot
    article = snapshot.articles.get(name)
    if article is None or locale not in snapshot.locales:
        raise HTTPException(404)
    try:
        page = snapshot.renderer(locale, ASSETS).html(article, inline=True)
    except (ToolkitError, OSError) as error:
        raise HTTPException(409) from error
    return _saved(page.encode(), "text/html; charset=utf-8", name, locale, "html")


@router.get("/share/{locale}/{name}.pdf")
async def pdf(locale: str, name: str, preview: Preview) -> Response:
    """Return an article as a PDF, to be saved."""
    try:
        printed = await preview.printing.document(locale, name)
    except KeyError as error:
        raise HTTPException(404) from error
    if printed.document is None or printed.faults:
        raise HTTPException(409)
    return _saved(printed.document.pdf, "application/pdf", name, locale, "pdf")


def _saved(data: bytes, media_type: str, name: str, locale: str, suffix: str) -> Response:
    """Return a file to save (https://www.rfc-editor.org/rfc/rfc6266)."""
    file = quote(article_path(name, Locale.parse(locale), suffix), safe="")
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{file}",
        "Content-Security-Policy": ARTICLE_POLICY,
    }
    return Response(data, media_type=media_type, headers=headers)
