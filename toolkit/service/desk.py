"""Where requests are taken in, worked on and answered, each within its bounds."""

import asyncio
import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError

from cachetools import LRUCache
from starlette.requests import Request
from starlette.responses import Response

from toolkit import __version__
from toolkit.service.accept import acceptable, check_json, has_tag
from toolkit.service.admission import Admission
from toolkit.service.arrival import body_of, gone
from toolkit.service.metrics import Metrics
from toolkit.service.places import Places
from toolkit.service.problems import Problem
from toolkit.service.settings import Settings
from toolkit.service.work import JSON, Answer
from toolkit.workers import Pool, Task

__all__ = ["Desk", "Work"]

Work = Callable[[bytes, Sequence[str], Places], Answer]

_OVERHEAD = 1000  # bytes of an answer beside its content
_CACHING = "private, no-cache"


class Desk:
    """Takes requests in and has them worked on; made in the event loop that serves them.

    Args:
        settings: The bounds.
        metrics: What is counted.
    """

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self.admission = Admission(settings.workers + settings.waiting, settings.per_client)
        self._settings = settings
        self._metrics = metrics
        self._version = f"{__version__} {settings.places.version}"
        self._cache: LRUCache[str, Answer] = LRUCache(
            settings.cache, lambda answer: len(answer.content) + _OVERHEAD
        )
        self._pool = Pool(
            settings.workers,
            deadline=settings.deadline,
            memory=settings.memory,
            modules=("toolkit.service.work",),
        )

    async def answer(
        self, request: Request, work: Work, offers: Sequence[str] = (JSON,)
    ) -> Response:
        """Answer a request that has a body.

        Args:
            request: The request.
            work: What makes the answer, in a worker.
            offers: Media types that the answer can have.

        Raises:
            Problem: It is refused, or cannot be answered.
            ToolkitError: What it says is wrong.
        """
        check_json(request)
        accepted = acceptable(request.headers.get("accept"), offers)
        if not accepted:
            raise Problem("not-acceptable")
        client = request.client.host if request.client else ""
        with self.admission.admitted(client):
            body = await body_of(request, self._settings.body, self._settings.patience)
            tag = self._tag(work, accepted, body)
            headers = {"ETag": tag, "Cache-Control": _CACHING, "Vary": "Accept"}
            if has_tag(request.headers.get("if-none-match"), tag):
                return Response(status_code=304, headers=headers)
            answer = self._cache.get(tag)
            self._metrics.cached(is_hit=answer is not None)
            if answer is None:
                answer = await self._worked(request, work, body, accepted)
                self._keep(tag, answer)
        request.scope["toolkit.facts"].update(answer.facts)
        return Response(
            answer.content, headers={**headers, **answer.headers}, media_type=answer.media_type
        )

    def _tag(self, work: Work, accepted: Sequence[str], body: bytes) -> str:
        """Return the entity tag: the same input gives the same bytes (RFC 9110, 8.8.3)."""
        kind = "\n".join((self._version, work.__name__, *accepted, ""))
        return f'"{hashlib.sha256(kind.encode() + body).hexdigest()[:40]}"'

    def _keep(self, tag: str, answer: Answer) -> None:
        if len(answer.content) + _OVERHEAD <= self._cache.maxsize:
            self._cache[tag] = answer

    async def _worked(
        self, request: Request, work: Work, body: bytes, accepted: Sequence[str]
    ) -> Answer:
        """Have a worker make the answer, as long as the client waits for it."""
        try:
            task = self._pool.submit(work, body, accepted, self._settings.places)
        except RuntimeError as error:
            raise Problem("closing") from error
        left, end = asyncio.create_task(gone(request)), _end_of(task)
        first = asyncio.FIRST_COMPLETED
        try:
            await asyncio.wait({left, end}, timeout=self._settings.deadline, return_when=first)
            if task.running():  # it has begun, and the pool keeps its deadline
                await asyncio.wait({left, end}, return_when=first)
            if not task.done():
                raise Problem("gone" if left.done() else "busy")
        finally:
            left.cancel()
            task.cancel()
        try:
            return task.result().value
        except CancelledError as error:  # only who closes the pool gives up work of others
            raise Problem("closing") from error

    async def close(self, *, at_once: bool = True) -> None:
        """End the workers.

        Args:
            at_once: Whether to give up what they do.
        """
        await asyncio.to_thread(self._pool.close, at_once=at_once)


def _end_of(task: Task[Answer]) -> "asyncio.Future[None]":
    """Return a future of the event loop that is done when the task is, however it ends."""
    loop = asyncio.get_running_loop()
    end: asyncio.Future[None] = loop.create_future()

    def settle() -> None:
        if not end.done():
            end.set_result(None)

    def tell(_task: object) -> None:
        loop.call_soon_threadsafe(settle)

    task.add_done_callback(tell)
    return end
