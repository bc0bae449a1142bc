"""What is asked with a body: render, check, explain."""

from fastapi import APIRouter, Request, Response

from toolkit.service import work
from toolkit.service.desk import Desk

__all__ = ["router"]

router = APIRouter(prefix="/v1")

_FORMS = (*work.FORMS.values(), work.JSON)


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


@router.post("/render", summary="Render an article as HTML, PDF or text")
async def render(request: Request) -> Response:
    """Render an article."""
    return await _desk(request).answer(request, work.render, _FORMS)


@router.post("/check", summary="Find hazards of direction and language in an article")
async def check(request: Request) -> Response:
    """Check an article."""
    return await _desk(request).answer(request, work.check)


@router.post("/explain", summary="Explain why a text is set as it is")
async def explain(request: Request) -> Response:
    """Explain a text."""
    return await _desk(request).answer(request, work.explain)
