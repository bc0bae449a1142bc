"""The window: two panes, what they show, and the panel beside them."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from toolkit.language import Locale
from toolkit.preview.context import Asked, Preview
from toolkit.preview.page import filled
from toolkit.preview.pane import articles, languages, panes
from toolkit.preview.view import MODES, PANELS, SCHEMES
from toolkit.preview.words import LANGUAGES, named

__all__ = ["router"]

router = APIRouter()


@router.get("/")
def shell(preview: Preview, asked: Asked) -> HTMLResponse:
    """Return the window."""
    snapshot = preview.workspace.snapshot
    shown = tuple(panes(preview, asked)) if snapshot.articles else ()
    own = {fault for pane in shown for fault in pane.faults}
    html = filled(
        "shell.html",
        asked.ui,
        view=asked,
        panes=shown,
        articles=articles(snapshot, asked.ui),
        languages=languages(snapshot),
        interfaces=[Locale.parse(tag) for tag in LANGUAGES],
        modes=named(MODES, asked.ui),
        schemes=named(SCHEMES, asked.ui),
        panels=named(PANELS, asked.ui),
        others=[fault for fault in snapshot.failures if fault not in own],
        token=preview.settings.token,
    )
    return HTMLResponse(html)
