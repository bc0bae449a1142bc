"""Whether the service lives, and whether it takes requests: open to everyone."""

from fastapi import APIRouter, Request

from toolkit.service.problems import Problem

__all__ = ["router"]

router = APIRouter()


@router.get("/health", summary="Whether requests are taken")
async def ready(request: Request) -> dict[str, str]:
    """Tell whether the service is ready.

    Raises:
        Problem: It is being stopped.
    """
    if request.app.state.desk.admission.is_closed:
        raise Problem("closing")
    return {"status": "ready"}


@router.get("/health/live", summary="Whether the service answers at all")
async def live() -> dict[str, str]:
    """Tell that it does."""
    return {"status": "live"}
