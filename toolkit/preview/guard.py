"""Keeps other sites out: a page elsewhere can neither read the preview nor change a file by it.

A site whose name is bound anew to this machine (DNS rebinding) sends a ``Host`` that is not ours;
a form or script of another site sends an ``Origin`` or ``Sec-Fetch-Site`` that is not ours; and
whatever changes something carries the secret of the run in a header, which no other site can read
or send (https://www.w3.org/TR/fetch-metadata/).  No header of CORS is ever sent.
"""

from secrets import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from toolkit.preview.settings import DEFAULT_PORT, Settings

__all__ = ["ARTICLE_POLICY", "FRAMED_POLICY", "TOKEN_HEADER", "Guard"]

TOKEN_HEADER = "X-Preview-Token"  # noqa: S105 - the name of a header

_SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
ARTICLE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
"""Content Security Policy of an article's page: it runs nothing and loads nothing of others."""
FRAMED_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'"
)
"""Content Security Policy of the preview's own pages that stand in a pane."""

_HEADERS = {
    "Content-Security-Policy": _SHELL_POLICY,
    "Cache-Control": "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
_SAFE = ("GET", "HEAD")


class Guard:
    """ASGI middleware that answers only this preview's own pages.

    Args:
        app: The application behind it.
        settings: The hosts and the secret.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        status = self._refusal(scope["method"], Headers(scope=scope))
        answer = PlainTextResponse("Refused.\n", status) if status else self.app
        await answer(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> int | None:
        """Return the status that refuses a request, or ``None``."""
        host = headers.get("host", "").lower()
        if host not in self.settings.hosts or len(headers.getlist("host")) > 1:
            return 421
        own = f"http://{host.removesuffix(f':{DEFAULT_PORT}')}"
        if headers.get("origin", own) != own:
            return 403
        if not _is_from_here(headers) and not _is_visit(method, headers):
            return 403
        if method in _SAFE:
            return None
        given = headers.get(TOKEN_HEADER, "").encode()
        return None if compare_digest(given, self.settings.token.encode()) else 403


def _is_from_here(headers: Headers) -> bool:
    """Tell whether a page of ours asks, or the reader by typing; old browsers do not say."""
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def _is_visit(method: str, headers: Headers) -> bool:
    """Tell whether a reader follows a link from elsewhere, to a page that fills the window."""
    mode, target = headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")
    return method == "GET" and (mode, target) == ("navigate", "document")
