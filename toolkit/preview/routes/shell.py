"""The window: two panes, what they show, and the panel beside them."""

from collections.abc import Mapping
from typing import TypeVar

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from toolkit.language import Locale
from toolkit.preview.context import Asked, Preview
from toolkit.preview.page import filled
from toolkit.preview.pane import articles, languages, panes
from toolkit.preview.view import MODES, PANELS, SCHEMES
from toolkit.preview.words import LANGUAGES, words

__all__ = ["router"]

router = APIRouter()

T = TypeVar("T")


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
        modes=_named(MODES, asked.ui),
        schemes=_named(SCHEMES, asked.ui),
        panels=_named(PANELS, asked.ui),
        others=[fault for fault in snapshot.failures if fault not in own],
        token=preview.settings.token,
    )
    return HTMLResponse(html)


def _named(labels: Mapping[T, str], ui: str) -> dict[T, str]:
    """Return what can be chosen with its name."""
    return {choice: words(ui).text(label) for choice, label in labels.items()}
