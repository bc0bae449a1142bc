"""The application: its routes, and what stands around them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI
from starlette.exceptions import HTTPException

from toolkit.errors import ToolkitError
from toolkit.service.desk import Desk
from toolkit.service.frame import Frame
from toolkit.service.metrics import Metrics
from toolkit.service.openapi import describe
from toolkit.service.problems import Problem
from toolkit.service.responses import on_error, on_http_error
from toolkit.service.routes import facts, health, posts
from toolkit.service.settings import Settings
from toolkit.service.token import Token

__all__ = ["create_app"]


def create_app(settings: Settings | None = None) -> FastAPI:
    """Return the service as an ASGI application; its processes start with its lifespan.

    Args:
        settings: Its bounds, publications, themes and token.
    """
    settings = settings or Settings()
    metrics = Metrics()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.desk = desk = Desk(settings, metrics)
        metrics.watch(lambda: desk.admission.count)
        try:
            yield
        finally:
            await desk.close()

    app = FastAPI(
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,  # a redirect would name the host that the request names
    )
    app.state.settings = settings
    app.state.metrics = metrics
    app.add_middleware(Frame, metrics=metrics)
    app.add_exception_handler(HTTPException, on_http_error)
    app.add_exception_handler(Problem, on_error)
    app.add_exception_handler(ToolkitError, on_error)
    guarded = APIRouter(dependencies=[Depends(Token(settings.token))])
    guarded.include_router(posts.router)
    guarded.include_router(facts.router)
    app.include_router(guarded)
    app.include_router(health.router)
    describe(app, settings)
    return app
