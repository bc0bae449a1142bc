"""What each address of the preview answers, one module a noun."""

from fastapi import APIRouter

from toolkit.preview.routes import (
    assets,
    compare,
    direction,
    editor,
    events,
    labels,
    pages,
    paragraphs,
    pdf,
    share,
    shell,
)

__all__ = ["ROUTERS"]

ROUTERS: tuple[APIRouter, ...] = (
    shell.router,
    pages.router,
    pdf.router,
    compare.router,
    share.router,
    assets.router,
    events.router,
    labels.router,
    editor.router,
    paragraphs.router,
    direction.router,
)
