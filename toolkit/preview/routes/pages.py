"""The pages of articles, as their readers get them."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from toolkit.language import Locale
from toolkit.preview.context import Asked, Preview
from toolkit.preview.guard import ARTICLE_POLICY
from toolkit.preview.medium import as_seen
from toolkit.preview.page import framed
from toolkit.preview.renderings import FRONT
from toolkit.preview.snapshot import Snapshot
from toolkit.render.paths import article_path, front_path

__all__ = ["router"]

router = APIRouter()


@router.get("/front/{locale}")
def front(locale: str, preview: Preview, asked: Asked, request: Request) -> Response:
    """Return the front page in a language, or lead to where a link on it leads."""
    if target := _target(preview.workspace.snapshot, locale):
        return RedirectResponse(f"{target}?{request.url.query}")
    return page(locale, FRONT, preview, asked, request)


@router.get("/page/{locale}/{name}")
def page(locale: str, name: str, preview: Preview, asked: Asked, request: Request) -> Response:
    """Return an article's page in a language, or lead to where a link on such a page leads."""
    if target := _target(preview.workspace.snapshot, name):
        return RedirectResponse(f"{target}?{request.url.query}")
    try:
        rendering = preview.renderings.page(locale, name)
    except KeyError as error:
        raise HTTPException(404) from error
    headers = {"Content-Security-Policy": ARTICLE_POLICY, "ETag": f'"{rendering.digest}"'}
    if rendering.html is None:
        return framed("nothing.html", asked.ui, faults=rendering.faults)
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    html = as_seen(rendering.html, scheme=asked.scheme, is_printed=asked.view == "print")
    return HTMLResponse(html, headers=headers)


def _target(snapshot: Snapshot, name: str) -> str | None:
    """Return where a link of one page to another leads in the preview."""
    for locale in map(Locale.parse, snapshot.publication.languages):
        if name == front_path(locale):
            return f"/front/{locale.tag}"
        for article in snapshot.articles:
            if name == article_path(article, locale):
                return f"/page/{locale.tag}/{article}"
    return None
