"""A request's body, as far as it may go, and its client, as long as it is there."""

import asyncio

from starlette.requests import ClientDisconnect, Request

from toolkit.service.problems import Problem

__all__ = ["body_of", "gone"]

_LINGERING = 2  # a client that sends little too much hears why; one that sends more is cut off


async def body_of(request: Request, most: int, patience: float) -> bytes:
    """Return a request's body; what is too large is not kept, nor read for long.

    Args:
        request: The request.
        most: Bytes that it may have, whatever ``Content-Length`` says.
        patience: Seconds in which it must have arrived.

    Raises:
        Problem: It is larger or slower, or the client has gone.
    """
    length = request.headers.get("content-length", "")
    said = int(length[:20]) if length.isdecimal() else 0
    if said > most and (said > most * _LINGERING or "expect" in request.headers):
        raise _too_large(most)
    is_large = said > most
    body, came = bytearray(), 0
    try:
        async with asyncio.timeout(patience):
            async for part in request.stream():
                came += len(part)
                is_large |= came > most
                if not is_large:
                    body += part
                elif came > most * _LINGERING:
                    break
    except TimeoutError as error:
        raise Problem("slow", headers={"Connection": "close"}) from error
    except ClientDisconnect as error:
        raise Problem("gone") from error
    if is_large:
        raise _too_large(most)
    return bytes(body)


def _too_large(most: int) -> Problem:
    detail = (
        f"At most {most / 1e6:g} MB are taken: make the article shorter or its pictures smaller"
    )
    return Problem("too-large", headers={"Connection": "close"}, detail=detail)


async def gone(request: Request) -> None:
    """Wait until the client has gone.

    Args:
        request: One whose body has been read.
    """
    while (await request.receive())["type"] != "http.disconnect":
        pass
