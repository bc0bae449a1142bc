"""Tells every open window what has changed: server-sent events.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import asyncio
import json
from collections.abc import AsyncIterator

__all__ = ["Events"]

_SILENCE = 15.0
"""Seconds after which a window is told that the preview is still there."""

_END = ""


class Events:
    """The open windows.  Used from the event loop alone."""

    def __init__(self) -> None:
        self._windows: set[asyncio.Queue[str]] = set()

    def send(self, name: str, data: dict[str, object]) -> None:
        """Tell every window something.

        Args:
            name: Type of the event.
            data: What it says, as JSON has it.
        """
        self._put(f"event: {name}\ndata: {json.dumps(data)}\n\n")

    def close(self) -> None:
        """End every stream, so that the server can stop."""
        self._put(_END)

    async def stream(self) -> AsyncIterator[str]:
        """Yield what one window is told, until the preview ends."""
        window: asyncio.Queue[str] = asyncio.Queue()
        self._windows.add(window)
        try:
            yield "retry: 500\n\n"
            while (event := await _next(window)) != _END:
                yield event
        finally:
            self._windows.discard(window)

    def _put(self, event: str) -> None:
        for window in self._windows:
            window.put_nowait(event)


async def _next(window: asyncio.Queue[str]) -> str:
    try:
        return await asyncio.wait_for(window.get(), _SILENCE)
    except TimeoutError:
        return ": still here\n\n"
