"""The panel of paragraphs and fields that one of the two languages lacks."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from toolkit.errors import ToolkitError
from toolkit.language import Locale
from toolkit.preview.context import Asked, Preview
from toolkit.preview.counterparts import counterparts
from toolkit.preview.page import filled
from toolkit.preview.side import language_name, prepared

__all__ = ["router"]

router = APIRouter()


@router.get("/panel/paragraphs")
def paragraphs(preview: Preview, asked: Asked) -> HTMLResponse:
    """Return the panel."""
    tags = {"left": asked.left, "right": asked.right}
    try:
        article = prepared(preview, asked)
        found = article and counterparts(article, *map(Locale.parse, tags.values()))
    except ToolkitError as error:
        return HTMLResponse(filled("panels/faults.html", asked.ui, found=error.diagnostics))
    return HTMLResponse(
        filled("panels/paragraphs.html", asked.ui, tags=tags, found=found, language=language_name)
    )
