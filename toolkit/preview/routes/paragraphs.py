"""The panel of paragraphs and fields that one of the two languages lacks."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from toolkit.errors import ToolkitError
from toolkit.language import Locale
from toolkit.preview.context import Asked, Context, Preview
from toolkit.preview.counterparts import Counterparts, counterparts
from toolkit.preview.page import filled
from toolkit.preview.side import language_name, prepared
from toolkit.preview.view import View

__all__ = ["router"]

router = APIRouter()


@router.get("/panel/paragraphs")
def paragraphs(preview: Preview, asked: Asked) -> HTMLResponse:
    """Return the panel."""
    tags = {"left": asked.left, "right": asked.right}
    try:
        found = _compared(preview, asked)
    except ToolkitError as error:
        return HTMLResponse(filled("panels/faults.html", asked.ui, found=error.diagnostics))
    return HTMLResponse(
        filled("panels/paragraphs.html", asked.ui, tags=tags, found=found, language=language_name)
    )


@router.get("/pairs")
def pairs(preview: Preview, asked: Asked) -> list[tuple[int, int]]:
    """Return the numbers of the paragraphs that are each other's counterparts, in order.

    None where both readers get one text, or where it cannot be compared: numbers agree there.
    """
    try:
        found = _compared(preview, asked)
    except ToolkitError:
        return []
    return list(found.pairs) if found else []


def _compared(preview: Context, view: View) -> Counterparts | None:
    article = prepared(preview, view)
    if article is None:
        return None
    return counterparts(article, Locale.parse(view.left), Locale.parse(view.right))
