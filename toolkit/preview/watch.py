"""Reads the folder again when a file in it changes, and says so to the windows."""

import asyncio
import logging
from pathlib import Path

from watchfiles import awatch

from toolkit.preview.context import Context

__all__ = ["watch"]

_TOGETHER = 30
"""Milliseconds in which several writes are one change."""

_STEP = 10
"""Milliseconds between looks."""

_SILENCE = 1000
"""Milliseconds without a change after which the watcher says so."""

_AGAIN = 2
"""Seconds until a folder that cannot be followed, such as one that is gone, is tried again."""

_log = logging.getLogger("toolkit")


async def watch(context: Context) -> None:
    """Follow the folder until cancelled.

    Args:
        context: The preview.
    """
    while True:
        try:
            await _follow(context, context.workspace.watched)
        except Exception:  # noqa: BLE001 - the preview goes on
            _log.exception("the folder cannot be followed")
            await asyncio.sleep(_AGAIN)


async def _follow(context: Context, folders: tuple[Path, ...]) -> None:
    """Follow some folders until others are to be followed."""
    is_new = True  # what changed before the folders were followed was told to nobody
    async for changes in awatch(
        *folders,
        debounce=_TOGETHER,
        step=_STEP,
        rust_timeout=_SILENCE,
        yield_on_timeout=True,
    ):
        if changes or is_new:
            is_new = False
            changed = [Path(path) for _kind, path in changes]
            change = await asyncio.to_thread(context.workspace.reload, changed)
            context.events.send("changed", change.as_dict())
        if context.workspace.watched != folders:
            return
