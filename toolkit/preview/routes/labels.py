"""The panel of labels, and the editor of each."""

import re
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from toolkit.errors import CatalogueError, Diagnostic, ToolkitError
from toolkit.language import Locale
from toolkit.preview.context import Asked, Context, Preview
from toolkit.preview.desk import Desk, make_folder
from toolkit.preview.page import filled
from toolkit.preview.side import Side, known_locale, language_name, tag_of
from toolkit.preview.view import View
from toolkit.preview.wordings import SHOWN_STATES, ShownState, Wording, Wordings, counts
from toolkit.translation.item import Form, Item, Items
from toolkit.translation.saving import save_translation, try_translation

__all__ = ["router"]

router = APIRouter()

_NAMED = re.compile(r'data-label(?:-attribute)?="([^"]*)"')
_CHANGED = "catalogue-changed"
Scope = Literal["page", "all"]


class Proposal(BaseModel):
    """A translation as its translator proposes it.

    Args:
        forms: Its text; with plurals, one for each form.
        fuzzy: Whether it waits for review.
        expected: Fingerprint of what the translator saw.
    """

    forms: Annotated[list[Annotated[str, Field(max_length=20_000)]], Field(max_length=6)]
    fuzzy: bool = False
    expected: Annotated[str, Field(max_length=64)] = ""


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
        every = _wordings(preview, tag).listed()
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
            obstacle=_desk(preview).obstacle(tag),
        )
    )


@router.get("/labels/{tag}/{label}")
def editor(tag: str, label: str, preview: Preview, asked: Asked) -> HTMLResponse:
    """Return the editor of one label."""
    return _editor(_Opened.of(preview, tag, label), asked)


@router.post("/labels/{tag}/{label}")
def save(tag: str, label: str, proposal: Proposal, preview: Preview, asked: Asked) -> HTMLResponse:
    """Write a translation into its file; or return the editor with what is in the way."""
    opened = _Opened.of(preview, tag, label)
    desk = _desk(preview)
    if desk.obstacle(tag) != "none":
        raise HTTPException(403)
    try:
        save_translation(
            desk.folder().file(tag),
            label,
            proposal.forms,
            fuzzy=proposal.fuzzy,
            expected=proposal.expected,
        )
    except CatalogueError as error:
        is_conflict = error.diagnostic.code == _CHANGED
        return _editor(
            opened,
            asked,
            proposal=proposal,
            found=() if is_conflict else error.diagnostics,
            is_conflict=is_conflict,
            status=409 if is_conflict else 422,
        )
    return _editor(_Opened.of(preview, tag, label), asked)


@router.post("/labels/{tag}/{label}/try")
def attempt(
    tag: str, label: str, proposal: Proposal, preview: Preview, asked: Asked
) -> HTMLResponse:
    """Return what is found in a translation while it is written."""
    known_locale(preview, tag)
    path = _desk(preview).folder().file(tag)
    try:
        found = try_translation(path, label, proposal.forms) if any(proposal.forms) else ()
    except ToolkitError as error:
        raise _refusal(error) from error
    return HTMLResponse(filled("panels/findings.html", asked.ui, found=found))


@router.post("/labels")
def folder(preview: Preview, asked: Asked) -> HTMLResponse:
    """Make the publication's own folder of labels, and name it in its settings."""
    try:
        make_folder(preview.workspace.file)
    except ToolkitError as error:
        html = filled("panels/findings.html", asked.ui, found=error.diagnostics)
        return HTMLResponse(html, 409)
    return HTMLResponse("", 201)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A label whose editor is open."""

    tag: str
    wording: Wording
    pages: tuple[str, ...]
    item: Item
    can_change: bool

    @classmethod
    def of(cls, preview: Context, tag: str, label: str) -> "_Opened":
        """Return a label.

        Raises:
            HTTPException: There is no such locale or label (404), or its file is damaged (409).
        """
        known_locale(preview, tag)
        desk = _desk(preview)
        can_change = desk.obstacle(tag) == "none"
        try:
            item = Items(desk.folder(), tag if can_change else "en").item(label)
            wordings = _wordings(preview, tag)
            return cls(tag, wordings.wording(label), wordings.pages(label), item, can_change)
        except ToolkitError as error:
            raise _refusal(error) from error

    @property
    def texts(self) -> list[str]:
        """What the fields hold at first: what the file says, or else what readers see."""
        own = [form.text for form in self.item.forms]
        message = self.wording.message
        is_same = message.locale.tag == self.tag and len(message.forms) == len(own)
        return own if any(own) or not is_same else list(message.forms)


def _refusal(error: ToolkitError) -> HTTPException:
    is_unknown = error.diagnostic.code == "unknown-label"
    return HTTPException(404 if is_unknown else 409, str(error))


def _editor(
    opened: _Opened,
    asked: View,
    *,
    proposal: Proposal | None = None,
    found: tuple[Diagnostic, ...] = (),
    is_conflict: bool = False,
    status: int = 200,
) -> HTMLResponse:
    html = filled(
        "panels/editor.html",
        asked.ui,
        opened=opened,
        wording=opened.wording,
        pages=opened.pages,
        item=opened.item,
        reader=Locale.parse(opened.tag),
        texts=proposal.forms if proposal else opened.texts,
        fuzzy=proposal.fuzzy if proposal else opened.item.fuzzy,
        found=found,
        is_conflict=is_conflict,
        language=language_name,
        numbers=partial(_numbers, ui=asked.ui),
    )
    return HTMLResponse(html, status)


def _numbers(form: Form, *, ui: str) -> list[str]:
    """Return the numbers that a plural form serves, in the user's digits."""
    return list(map(Locale.parse(ui).digits, form.counts))


def _desk(preview: Context) -> Desk:
    return Desk(preview.workspace.snapshot.publication, preview.settings.edits_built_in)


def _wordings(preview: Context, tag: str) -> Wordings:
    snapshot = preview.workspace.snapshot
    return Wordings(snapshot.renderer(tag).labels, snapshot.publication)


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
