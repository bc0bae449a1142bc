"""The stream of what has changed."""

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from toolkit.preview.context import Preview

__all__ = ["router"]

router = APIRouter()


@router.get("/events")
async def events(preview: Preview) -> StreamingResponse:
    """Tell a window what changes, as long as it is open."""
    return StreamingResponse(preview.events.stream(), media_type="text/event-stream")
