"""Runs the preview of a folder until it is told to stop."""

import socket
import sys
import webbrowser
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from types import FrameType

import uvicorn

from toolkit.errors import Diagnostic, SourceError
from toolkit.preview.app import create_app
from toolkit.preview.context import Context
from toolkit.preview.settings import Settings
from toolkit.preview.workspace import Workspace

__all__ = ["serve"]

_OPEN = (
    "warning: whoever reaches this address can read the articles and change labels. Leave out "
    "--host to keep it to this machine.\n"
)
_GRACE = 3
"""Seconds that running requests have to end."""


def serve(
    folder: Path,
    *,
    host: str,
    port: int,
    publication: Path | None,
    edits_built_in: bool,
    is_opened: bool,
) -> None:
    """Serve the preview of a folder; its address is printed as soon as it answers.

    Args:
        folder: A folder of articles.
        host: Address to listen at.
        port: Port to listen at, or 0 for any.
        publication: A ``toolkit.toml``, or ``None`` for the one in the folder.
        edits_built_in: Whether the built-in labels may be changed.
        is_opened: Whether a browser is opened.

    Raises:
        SourceError: The folder is missing, or nothing can listen there.
    """
    if not folder.is_dir():
        raise _refused("is no folder", "Name a folder of articles", str(folder))
    with _bound(host, port) as bound:
        if not ip_address(bound.getsockname()[0]).is_loopback:
            sys.stderr.write(_OPEN)
        port = bound.getsockname()[1]
        settings = Settings.serving(host, port, edits_built_in=edits_built_in)
        app = create_app(Workspace(folder, publication), settings)
        config = uvicorn.Config(
            app, log_level="error", timeout_graceful_shutdown=_GRACE, server_header=False
        )
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        with suppress(KeyboardInterrupt):  # uvicorn hands Ctrl-C on when it has stopped
            _Server(config, app.state.context, address, is_opened).run(sockets=[bound])


def _bound(host: str, port: int) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except (OSError, UnicodeError) as error:
        reason = f"nothing can listen at {host}, port {port}: {error}"
        raise _refused(reason, "Choose another with --port, or 0 for any that is free") from error


def _refused(reason: str, remedy: str, file: str | None = None) -> SourceError:
    return SourceError(Diagnostic(code="preview", reason=reason, remedy=remedy, file=file))


class _Server(uvicorn.Server):
    """Says where it is when it answers, and lets the windows go when it stops."""

    def __init__(
        self, config: uvicorn.Config, context: Context, address: str, is_opened: bool
    ) -> None:
        super().__init__(config)
        self._context = context
        self._address = address
        self._is_opened = is_opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        sys.stdout.write(f"{self._address}\n")
        sys.stdout.flush()
        if self._is_opened:
            webbrowser.open(self._address)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._context.events.close()
        super().handle_exit(sig, frame)
