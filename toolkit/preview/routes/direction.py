"""The panel that explains how a paragraph is set."""

import unicodedata
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from toolkit.direction.explain import ExplainedParagraph
from toolkit.direction.explain.invisible import visible
from toolkit.direction.isolate import isolate_phrases
from toolkit.errors import ToolkitError
from toolkit.language import Locale
from toolkit.preview.context import Asked, Preview
from toolkit.preview.inspection import inspect, nearest, places
from toolkit.preview.page import filled
from toolkit.preview.side import Side, language_name, prepared, tag_of

__all__ = ["router"]

router = APIRouter()


@router.get("/panel/direction")
def direction(
    preview: Preview,
    asked: Asked,
    side: Side = "left",
    paragraph: Annotated[str, Query(max_length=40)] = "",
) -> HTMLResponse:
    """Return the panel about one paragraph, the first one unless another is asked for."""
    snapshot = preview.workspace.snapshot
    try:
        article = prepared(preview, asked)
        every = places(article, Locale.parse(tag_of(asked, side))) if article else ()
        chosen = nearest(every, paragraph)
        found = inspect(article, chosen, snapshot.publication) if article and chosen else None
    except ToolkitError as error:
        return HTMLResponse(filled("panels/faults.html", asked.ui, found=error.diagnostics))
    return HTMLResponse(
        filled(
            "panels/direction.html",
            asked.ui,
            view=asked,
            side=side,
            places=every,
            found=found,
            language=language_name,
            visible=visible,
            isolated=isolate_phrases,
            strong=_strong,
            invisible=_invisible,
        )
    )


def _strong(paragraph: ExplainedParagraph) -> str:
    """Return the character that decides the base direction, in Unicode's words."""
    place = paragraph.reason.place
    character = paragraph.text[place] if place is not None else ""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}" if character else ""


def _invisible(paragraph: ExplainedParagraph) -> dict[str, list[int]]:
    """Return where each character that cannot be seen stands, by its names."""
    found: dict[str, list[int]] = {}
    for one in paragraph.invisible:
        found.setdefault(f"{one.short}, {one.code_point} {one.name}", []).append(one.place)
    return found
