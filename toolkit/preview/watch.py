"""Reads the folder again when a file in it changes, and says so to the windows."""

import asyncio
from pathlib import Path

from watchfiles import awatch

from toolkit.preview.context import Context

__all__ = ["watch"]

_TOGETHER = 30
"""Milliseconds in which several writes are one change."""

_STEP = 10
"""Milliseconds between looks."""


async def watch(context: Context) -> None:
    """Follow the folder until cancelled.

    Args:
        context: The preview.
    """
    while True:
        await _follow(context, context.workspace.watched)


async def _follow(context: Context, folders: tuple[Path, ...]) -> None:
    """Follow some folders until others are to be followed."""
    async for changes in awatch(*folders, debounce=_TOGETHER, step=_STEP):
        changed = [Path(path) for _kind, path in changes]
        change = await asyncio.to_thread(context.workspace.reload, changed)
        context.events.send("changed", change.as_dict())
        if context.workspace.watched != folders:
            return
