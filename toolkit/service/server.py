"""The service as a program: it logs, and ends in good order when it is told to."""

import asyncio
import json
import logging
import socket
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from types import FrameType

import uvicorn
from fastapi import FastAPI

from toolkit.service.app import create_app
from toolkit.service.settings import Settings

__all__ = ["serve"]

_LAST = 3  # seconds for connections to close once their requests have ended


def serve(settings: Settings, host: str, port: int, told: Callable[[str], None]) -> None:
    """Serve until SIGTERM or SIGINT; what is begun then ends within the grace time.

    Args:
        settings: The service's settings.
        host: Address to listen on.
        port: Port to listen on; 0 for any that is free.
        told: Receives the address, once requests are taken.

    Raises:
        OSError: The address cannot be listened on.
    """
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.create_server(address[:2], family=family)
    _log_to_stderr()
    config = uvicorn.Config(
        create_app(settings),
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_LAST,
    )
    name, number = listening.getsockname()[:2]
    server = _Server(
        config, lambda: told(f"http://{f'[{name}]' if ':' in name else name}:{number}")
    )
    server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that answers 503 while its last requests end, and then exits with status 0."""

    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell_started = started
        self._leaving: asyncio.Task[None] | None = None
        self._loop: asyncio.AbstractEventLoop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        if self.started:
            self._tell_started()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Leave in good order at the first signal, and at once at the second."""
        if self._leaving or not self.started:
            self.should_exit = self.force_exit = True
        else:
            self._loop.call_soon_threadsafe(self._leave)

    def _leave(self) -> None:
        self._leaving = self._loop.create_task(self._left())

    async def _left(self) -> None:
        app = self.config.app
        assert isinstance(app, FastAPI)  # noqa: S101 - as made above
        desk, grace = app.state.desk, app.state.settings.grace
        if not await desk.admission.close(grace):
            await desk.close()  # which answers those that are left
        self.should_exit = True


class _Lines(logging.Formatter):
    """Each record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        return json.dumps(told, ensure_ascii=False)


def _log_to_stderr() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Lines())
    for name, level in (("toolkit.service", logging.INFO), ("uvicorn", logging.WARNING)):
        logger = logging.getLogger(name)
        logger.addHandler(handler)
        logger.setLevel(level)
        logger.propagate = False
