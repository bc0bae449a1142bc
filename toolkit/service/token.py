"""The bearer token (RFC 6750), where the service has one."""

import hmac

from fastapi import Request
from fastapi.security import HTTPBearer

from toolkit.service.problems import Problem

__all__ = ["Token"]


class Token(HTTPBearer):
    """A dependency that lets requests with the token through.

    Args:
        token: The token, or ``None`` to let all requests through.
    """

    def __init__(self, token: str | None) -> None:
        super().__init__(
            auto_error=False, scheme_name="token", description="Where the service has a token."
        )
        self._token = token

    async def __call__(self, request: Request) -> None:  # type: ignore[override]
        """Compare the request's token, in a time that tells nothing of it.

        Raises:
            Problem: It is another, or missing.
        """
        if self._token is None:
            return
        sent = await super().__call__(request)
        given = sent.credentials if sent else ""
        if not hmac.compare_digest(given.encode(), self._token.encode()):
            raise Problem("unauthorized", headers={"WWW-Authenticate": 'Bearer realm="toolkit"'})
