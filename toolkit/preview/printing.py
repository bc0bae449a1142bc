"""The PDFs as they are now; where one cannot be set, the last good one and why."""

import asyncio
import hashlib
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar

from toolkit.errors import (
    DeadlineError,
    Diagnostic,
    MemoryLimitError,
    ToolkitError,
    WorkerLostError,
)
from toolkit.preview.drawing import difference, picture
from toolkit.preview.keeping import bound, once
from toolkit.preview.renderings import Renderings
from toolkit.preview.sheets import Document, Order, set_document
from toolkit.preview.snapshot import Snapshot
from toolkit.workers import Pool

__all__ = ["Printed", "Printing"]

P = TypeVar("P")

_WORKERS = 2
_VERSIONS = 4
_MOST = 24
_PASSING = (DeadlineError, MemoryLimitError, WorkerLostError)
"""What may go well the next time, with the same files."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF to show.

    Args:
        document: The PDF, or ``None`` where there never was one.
        digest: Tells its content; empty where there is none.
        faults: Why it is not as its files are now.
        moment: When it was set first, in seconds since 1970.
    """

    document: Document | None
    digest: str
    faults: tuple[Diagnostic, ...] = ()
    moment: float = field(default_factory=time.time, compare=False)


class Printing:
    """Sets PDFs once for each state of the folder, and draws their pages.

    Used from the event loop alone; the work is done in other processes.

    Args:
        renderings: The web pages, whose content tells whether a PDF is still right.
        deadline: Seconds that a PDF may take.
    """

    def __init__(self, renderings: Renderings, deadline: float) -> None:
        self._renderings = renderings
        self._deadline = deadline
        self._opening: asyncio.Future[Pool] | None = None
        self._documents: OrderedDict[tuple[object, ...], asyncio.Future[Printed]] = OrderedDict()
        self._pictures: OrderedDict[tuple[object, ...], asyncio.Future[bytes]] = OrderedDict()
        self._kept: OrderedDict[tuple[str, str], deque[Printed]] = OrderedDict()

    async def document(self, locale: str, name: str) -> Printed:
        """Return an article as a PDF.

        Args:
            locale: One of the snapshot's locales.
            name: Id of an article.

        Raises:
            KeyError: There is no such locale or article.
        """
        page = await asyncio.to_thread(self._renderings.page, locale, name)
        snapshot = self._renderings.workspace.snapshot
        versions = self._versions(locale, name)
        try:
            printed = await once(
                self._documents,
                (locale, name, page.digest, snapshot.surroundings),
                lambda: self._set(snapshot, locale, name),
                _MOST,
            )
        except _PASSING as error:
            printed = _last(versions, error, snapshot, name)
        return replace(printed, faults=tuple(dict.fromkeys((*page.faults, *printed.faults))))

    def versions(self, locale: str, name: str) -> tuple[Printed, ...]:
        """Return the last different PDFs of an article, the oldest first."""
        return tuple(self._kept.get((locale, name), ()))

    async def picture(self, document: Document, number: int, width: int) -> bytes:
        """Return a page of a PDF as PNG.

        Args:
            document: The PDF.
            number: Number of the page, from 1.
            width: Width in pixels.
        """
        key = (hash(document.pdf), number, width)
        work = partial(self._work, picture, document.pdf, number, width)
        return await once(self._pictures, key, work, _MOST)

    async def difference(self, before: Document, after: Document, number: int, width: int) -> bytes:
        """Return what changed on a page of a PDF as PNG.

        Args:
            before: The PDF.
            after: The same one later.
            number: Number of the page, from 1.
            width: Width in pixels.
        """
        pdfs = before.pdf, after.pdf
        key = (*map(hash, pdfs), number, width)
        work = partial(self._work, difference, *pdfs, number, width)
        return await once(self._pictures, key, work, _MOST)

    def close(self) -> None:
        """End the processes at once."""
        if self._opening and self._opening.done():
            self._opening.result().close(at_once=True)

    async def _set(self, snapshot: Snapshot, locale: str, name: str) -> Printed:
        versions = self._versions(locale, name)
        try:
            archive = (await asyncio.to_thread(snapshot.renderer, locale)).archive
            article = snapshot.articles[name]
            order = Order.of(locale, article, archive, snapshot.surroundings)
            document = await self._work(set_document, order)
        except _PASSING:
            raise  # so that it is not kept
        except ToolkitError as error:
            return _last(versions, error, snapshot, name)
        printed = Printed(document, hashlib.sha256(document.pdf).hexdigest()[:20])
        if not versions or versions[-1].digest != printed.digest:
            versions.append(printed)
        return versions[-1]

    def _versions(self, locale: str, name: str) -> deque[Printed]:
        """Return the kept PDFs of an article, which is then the last to be dropped."""
        versions = self._kept.setdefault((locale, name), deque(maxlen=_VERSIONS))
        self._kept.move_to_end((locale, name))
        bound(self._kept, _MOST)
        return versions

    async def _work(self, function: Callable[..., P], *given: object) -> P:
        pool = await self._open()
        return (await asyncio.wrap_future(pool.submit(function, *given))).value

    async def _open(self) -> Pool:
        """Return the pool; it is made for the first work."""
        if self._opening is None:
            make = asyncio.to_thread(Pool, _WORKERS, deadline=self._deadline)
            self._opening = asyncio.ensure_future(make)
        return await asyncio.shield(self._opening)


def _last(
    versions: Sequence[Printed], error: ToolkitError, snapshot: Snapshot, name: str
) -> Printed:
    """Return the last good PDF, and why it is not as its files are now."""
    faults = error.located(file=snapshot.articles[name].file).diagnostics
    return replace(versions[-1], faults=faults) if versions else Printed(None, "", faults)
