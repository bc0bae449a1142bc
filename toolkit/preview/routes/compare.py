"""A page before and after a change, side by side or one over the other."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from fastapi import APIRouter, HTTPException
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response

from toolkit.language import Locale
from toolkit.preview.comparison import Comparison, compare
from toolkit.preview.context import Asked, Context, Preview
from toolkit.preview.guard import ARTICLE_POLICY
from toolkit.preview.history import Version
from toolkit.preview.medium import as_seen
from toolkit.preview.page import filled
from toolkit.preview.pane import language
from toolkit.preview.printing import Printed
from toolkit.preview.renderings import FRONT
from toolkit.preview.routes.pdf import FOREVER, Width
from toolkit.preview.words import named

__all__ = ["router"]

router = APIRouter()

Side = Literal["left", "right"]
Mode = Literal["beside", "over"]
_MODES: dict[Mode, str] = {"beside": "compare.beside", "over": "compare.over"}


@router.get("/compare")
async def comparison(
    preview: Preview,
    asked: Asked,
    side: Side = "left",
    mode: Mode = "beside",
    before: str = "",
    after: str = "",
) -> HTMLResponse:
    """Return a page that compares two renderings of what a pane shows."""
    if not preview.workspace.snapshot.articles:
        raise HTTPException(404)
    locale = asked.left if side == "left" else asked.right
    is_pdf = asked.view == "pdf" and asked.article != FRONT
    kept = await _kept(preview, locale, asked.article, is_pdf=is_pdf)
    chosen = _chosen([one.digest for one in kept], before, after)
    compared = await run_in_threadpool(_compared, preview, locale, asked.article, chosen)
    html = filled(
        "compare.html",
        asked.ui,
        view=asked,
        side=side,
        sides={"left": language(asked.left), "right": language(asked.right)},
        mode=mode,
        modes=named(_MODES, asked.ui),
        moments={one.digest: _time(one, asked.ui) for one in kept},
        chosen=chosen,
        is_latest=not after,
        compared=None if is_pdf else compared,
        pages=_pages(kept, chosen) if is_pdf else 0,
        locale_tag=locale,
    )
    return HTMLResponse(html)


@router.get("/version/{locale}/{shown}")
def version(
    locale: str,
    shown: Literal["before", "after"],
    preview: Preview,
    asked: Asked,
    before: str,
    after: str,
) -> Response:
    """Return one of two renderings of a page, with marks on what differs."""
    compared = _compared(preview, locale, asked.article, {"before": before, "after": after})
    if compared is None:
        raise HTTPException(404)
    html = compared.before if shown == "before" else compared.after
    html = as_seen(html, scheme=asked.scheme, is_printed=asked.view == "print")
    return HTMLResponse(html, headers={"Content-Security-Policy": ARTICLE_POLICY})


@router.get("/difference/{locale}/{name}/{before}/{after}/{number}.png")
async def difference(
    locale: str,
    name: str,
    before: str,
    after: str,
    number: int,
    preview: Preview,
    width: Width = 1200,
) -> Response:
    """Return what differs on a page of two of an article's last PDFs as a picture."""
    kept = {one.digest: one.document for one in preview.printing.versions(locale, name)}
    old, new = kept.get(before), kept.get(after)
    if old is None or new is None or not 0 < number <= max(len(old.sizes), len(new.sizes)):
        raise HTTPException(404)
    data = await preview.printing.difference(old, new, number, width)
    return Response(data, media_type="image/png", headers=FOREVER)


async def _kept(
    preview: Context, locale: str, name: str, *, is_pdf: bool
) -> Sequence[Version | Printed]:
    """Return the last renderings of a page, after making the newest."""
    if is_pdf:
        await preview.printing.document(locale, name)
        return preview.printing.versions(locale, name)
    await run_in_threadpool(preview.renderings.page, locale, name)
    return preview.renderings.history.of((locale, name))


def _chosen(digests: Sequence[str], before: str, after: str) -> dict[str, str]:
    """Return the two renderings to compare: those that are asked for, or else the last two."""
    last = ("", "", *digests[:1], *digests)[-2:]
    return {
        "before": before if before in digests else last[0],
        "after": after if after in digests else last[1],
    }


def _compared(
    preview: Context, locale: str, name: str, chosen: dict[str, str]
) -> Comparison | None:
    kept = {one.digest: one.html for one in preview.renderings.history.of((locale, name))}
    before, after = kept.get(chosen["before"]), kept.get(chosen["after"])
    return None if before is None or after is None else compare(before, after)


def _pages(kept: Sequence[Version | Printed], chosen: dict[str, str]) -> int:
    """Return the number of pages of the longer one of two PDFs."""
    return max(
        (
            len(one.document.sizes)
            for one in kept
            if isinstance(one, Printed) and one.document and one.digest in chosen.values()
        ),
        default=0,
    )


def _time(version: Version | Printed, ui: str) -> str:
    moment = datetime.fromtimestamp(version.moment).astimezone()
    return Locale.parse(ui).time(moment, "medium")
