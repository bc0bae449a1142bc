"""The editor of one label."""

from dataclasses import dataclass
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse, Response
from pydantic import BaseModel, Field

from toolkit.errors import Diagnostic, ToolkitError
from toolkit.language import Locale
from toolkit.preview.context import Asked, Context, Preview
from toolkit.preview.desk import Desk
from toolkit.preview.page import filled
from toolkit.preview.side import known_locale, language_name
from toolkit.preview.view import View
from toolkit.preview.wordings import Wording, Wordings
from toolkit.translation.item import Form, Item, Items
from toolkit.translation.saving import save_translation, try_translation

__all__ = ["router"]

router = APIRouter()

_CHANGED = "catalogue-changed"
_UNKNOWN = "unknown-label"


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


@router.get("/labels/{tag}/{label}")
def editor(tag: str, label: str, preview: Preview, asked: Asked) -> HTMLResponse:
    """Return the editor of one label."""
    try:
        return _editor(_Opened.of(preview, tag, label), asked)
    except ToolkitError as error:
        raise _refusal(error) from error


@router.post("/labels/{tag}/{label}")
def save(tag: str, label: str, proposal: Proposal, preview: Preview, asked: Asked) -> Response:
    """Write a translation into its file; or return the editor with what is in the way."""
    known_locale(preview, tag)
    desk = Desk.of(preview)
    if desk.obstacle(tag) != "none":
        raise HTTPException(403)
    try:
        opened = _Opened.of(preview, tag, label)
    except ToolkitError as error:
        if error.diagnostic.code == _UNKNOWN:
            raise _refusal(error) from error
        opened = _Opened.unread(tag, label, proposal)
        return _editor(opened, asked, proposal=proposal, found=error.diagnostics, status=409)
    try:
        save_translation(
            desk.folder().file(tag),
            label,
            proposal.forms,
            fuzzy=proposal.fuzzy,
            expected=proposal.expected,
        )
    except ToolkitError as error:
        is_conflict = error.diagnostic.code == _CHANGED
        return _editor(
            opened,
            asked,
            proposal=proposal,
            found=() if is_conflict else error.diagnostics,
            is_conflict=is_conflict,
            status=409 if is_conflict else 422,
        )
    return Response(status_code=204)


@router.post("/labels/{tag}/{label}/try")
def attempt(
    tag: str, label: str, proposal: Proposal, preview: Preview, asked: Asked
) -> HTMLResponse:
    """Return what is found in a translation while it is written."""
    known_locale(preview, tag)
    try:
        path = Desk.of(preview).folder().file(tag)
        found = try_translation(path, label, proposal.forms) if any(proposal.forms) else ()
    except ToolkitError as error:
        raise _refusal(error) from error
    return HTMLResponse(filled("panels/findings.html", asked.ui, found=found))


@dataclass(frozen=True, slots=True)
class _Opened:
    """A label whose editor is open; without its wording where its file cannot be read."""

    tag: str
    wording: Wording | None
    pages: tuple[str, ...]
    item: Item
    can_change: bool

    @classmethod
    def of(cls, preview: Context, tag: str, label: str) -> "_Opened":
        """Return a label.

        Raises:
            HTTPException: There is no such locale (404).
            ToolkitError: There is no such label, or its file is damaged.
        """
        known_locale(preview, tag)
        desk = Desk.of(preview)
        can_change = desk.obstacle(tag) == "none"
        item = Items(desk.folder(), tag if can_change else "en").item(label)
        wordings = Wordings.of(preview.workspace.snapshot, tag)
        return cls(tag, wordings.wording(label), wordings.pages(label), item, can_change)

    @classmethod
    def unread(cls, tag: str, label: str, proposal: Proposal) -> "_Opened":
        """Return a label of which no more can be read than its translator has sent."""
        forms = tuple(map(Form, proposal.forms))
        item = Item(label, (), "", forms, proposal.fuzzy, proposal.expected)
        return cls(tag, None, (), item, can_change=True)

    @property
    def texts(self) -> list[str]:
        """What the fields hold at first: what the file says, or else what readers see."""
        own = [form.text for form in self.item.forms]
        if any(own) or self.wording is None:
            return own
        message = self.wording.message
        is_same = message.locale.tag == self.tag and len(message.forms) == len(own)
        return list(message.forms) if is_same else own


def _refusal(error: ToolkitError) -> HTTPException:
    is_unknown = error.diagnostic.code == _UNKNOWN
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
        is_unsaved=proposal is not None,
        is_conflict=is_conflict,
        language=language_name,
        numbers=partial(_numbers, ui=asked.ui),
    )
    return HTMLResponse(html, status)


def _numbers(form: Form, *, ui: str) -> list[str]:
    """Return the numbers that a plural form serves, in the user's digits."""
    return list(map(Locale.parse(ui).digits, form.counts))
