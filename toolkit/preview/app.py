"""The application: its routes, behind the guard."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from toolkit.preview.context import Context
from toolkit.preview.guard import Guard
from toolkit.preview.routes import ROUTERS
from toolkit.preview.settings import Settings
from toolkit.preview.watch import watch
from toolkit.preview.workspace import Workspace

__all__ = ["create_app"]

_STATIC = Path(__file__).parent / "static"


def create_app(workspace: Workspace, settings: Settings) -> FastAPI:
    """Return the preview of a folder as an ASGI application.

    Args:
        workspace: The folder.
        settings: How it is run.
    """
    context = Context(workspace, settings)
    app = FastAPI(
        title="Preview",
        lifespan=_watching,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    app.state.context = context
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    app.add_middleware(Guard, settings=settings)
    return app


@asynccontextmanager
async def _watching(app: FastAPI) -> AsyncIterator[None]:
    context: Context = app.state.context
    watcher = asyncio.create_task(watch(context))
    yield
    context.events.close()
    watcher.cancel()
    with suppress(asyncio.CancelledError):
        await watcher
    context.printing.close()
