"""The panel of labels."""

import re
from typing import Literal

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from toolkit.errors import ToolkitError
from toolkit.preview.context import Asked, Context, Preview
from toolkit.preview.desk import Desk, make_folder
from toolkit.preview.page import filled
from toolkit.preview.side import Side, language_name, tag_of
from toolkit.preview.view import View
from toolkit.preview.wordings import SHOWN_STATES, ShownState, Wording, Wordings, counts

__all__ = ["router"]

router = APIRouter()

_NAMED = re.compile(r'data-label(?:-attribute)?="([^"]*)"')
Scope = Literal["page", "all"]


@router.get("/panel/labels")
def labels(
    preview: Preview,
    asked: Asked,
    side: Side = "right",
    state: ShownState | Literal[""] = "",
    scope: Scope = "page",
) -> HTMLResponse:
    """Return the panel: the labels of one page, or of all pages, with their states."""
    tag = tag_of(asked, side)
    try:
        every = Wordings.of(preview.workspace.snapshot, tag).listed()
    except ToolkitError as error:
        return HTMLResponse(filled("panels/faults.html", asked.ui, found=error.diagnostics))
    here = _on_page(preview, asked, tag)
    scoped = tuple(one for one in every if scope == "all" or one.label in here)
    return HTMLResponse(
        filled(
            "panels/labels.html",
            asked.ui,
            view=asked,
            side=side,
            state=state,
            scope=scope,
            tag=tag,
            states=SHOWN_STATES,
            sides=_sides(asked),
            counts=counts(scoped),
            listed=_ordered(scoped, here, state),
            obstacle=Desk.of(preview).obstacle(tag),
        )
    )


@router.post("/labels")
def folder(preview: Preview, asked: Asked) -> HTMLResponse:
    """Make the publication's own folder of labels, and name it in its settings."""
    try:
        make_folder(preview.workspace.file)
    except ToolkitError as error:
        html = filled("panels/findings.html", asked.ui, found=error.diagnostics)
        return HTMLResponse(html, 409)
    return HTMLResponse("", 201)


def _sides(view: View) -> dict[Side, str]:
    return {"left": language_name(view.left, view.ui), "right": language_name(view.right, view.ui)}


def _on_page(preview: Context, view: View, tag: str) -> tuple[str, ...]:
    """Return the ids of the labels on a page, in the order of the page."""
    html = preview.renderings.page(tag, view.article).html or ""
    named = (name for found in _NAMED.findall(html) for name in found.split())
    return tuple(dict.fromkeys(name.rpartition(":")[2] for name in named))


def _ordered(scoped: tuple[Wording, ...], here: tuple[str, ...], state: str) -> list[Wording]:
    """Return the labels in a state, those on the page first and in its order."""
    rank = {label: place for place, label in enumerate(here)}
    wanted = [one for one in scoped if state in ("", one.state)]
    return sorted(wanted, key=lambda one: rank.get(one.label, len(rank)))
