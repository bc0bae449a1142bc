"""What stands around every request: id, security headers, HEAD, metrics, one line of log."""

import logging
import re
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from toolkit.errors import ToolkitError
from toolkit.service.metrics import Metrics
from toolkit.service.problems import Problem
from toolkit.service.responses import problem_response

__all__ = ["Frame"]

_log = logging.getLogger("toolkit.service")

_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
_PAGE = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_OTHER = "frame-ancestors 'none'"  # with more, some browsers show no PDF


class Frame:
    """The outermost layer of the application (ASGI middleware).

    Args:
        app: What it surrounds.
        metrics: Counts the requests.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(scope, send)
        try:
            await self._app(exchange.scope, receive, exchange.send)
        except Exception as error:
            if exchange.status:  # half of the response is out
                raise
            _log.error("fault", extra={"facts": {"id": exchange.id, **_fault(error)}})
            response = problem_response(Problem("fault"), exchange.id)
            await response(exchange.scope, receive, exchange.send)
        finally:
            self._tell(exchange)

    def _tell(self, exchange: "_Exchange") -> None:
        facts, seconds = exchange.facts, time.monotonic() - exchange.begin
        self._metrics.answered(
            facts["route"], facts["method"], exchange.status, facts.get("format", ""), seconds
        )
        _log.info("request", extra={"facts": {**facts, "ms": round(seconds * 1000, 1)}})


@dataclass(slots=True)
class _Exchange:
    """A request, and what is seen of its response."""

    asked: Scope
    onward: Send
    id: str = field(init=False)
    scope: Scope = field(init=False)
    status: int = 0
    bytes: int = 0
    begin: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.id = _given_id(self.asked) or str(uuid4())
        method = "GET" if self.asked["method"] == "HEAD" else self.asked["method"]
        added: Scope = {"toolkit.id": self.id, "toolkit.facts": {}, "method": method}
        self.scope = {**self.asked, **added}

    @property
    def facts(self) -> dict[str, Any]:
        """What the log says of it: the address's pattern, as the address may hold anything."""
        route, method = self.scope.get("route"), self.asked["method"]
        return {
            "id": self.id,
            "method": method if method in _METHODS else "other",
            "route": getattr(route, "path", "none"),
            "status": self.status,
            "bytes": self.bytes,
            **self.scope["toolkit.facts"],
        }

    async def send(self, message: Message) -> None:
        """Send a part of the response: without its body where only the head was asked for."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            _secure(MutableHeaders(raw=message["headers"]), self.id)
        elif self.asked["method"] == "HEAD":
            message = {**message, "body": b""}
        self.bytes += len(message.get("body", b""))
        await self.onward(message)


def _given_id(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"x-request-id" and _ID.fullmatch(found := value.decode("latin-1")):
            return str(found)
    return None


def _secure(headers: MutableHeaders, request: str) -> None:
    is_page = headers.get("content-type", "").startswith("text/html")
    headers["X-Request-ID"] = request
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Content-Security-Policy"] = _PAGE if is_page else _OTHER
    headers.setdefault("Cache-Control", "no-store")


def _fault(error: Exception) -> dict[str, Any]:
    """Return what and where a fault was; its message could hold a text of the article."""
    told: dict[str, Any] = {"error": type(error).__name__, "at": list(_places(error))}
    if isinstance(error, ToolkitError):  # of a theme or publication, which its owner can mend
        found = error.diagnostic
        told |= {"code": found.code, "file": found.file, "line": found.line}
    return told


def _places(error: Exception) -> Iterator[str]:
    yield from getattr(error, "__notes__", ())  # where it was in the worker
    for place in traceback.extract_tb(error.__traceback__):
        yield f"{place.filename}:{place.lineno} {place.name}"
