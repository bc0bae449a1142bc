"""How many requests are worked on at once: for one client, and for all."""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from toolkit.service.problems import Problem

__all__ = ["Admission"]


class Admission:
    """Counts the requests that are worked on or wait for it, and refuses what is too many.

    It belongs to one event loop.

    Args:
        most: Requests over all clients.
        per_client: Requests of one client.
    """

    def __init__(self, most: int, per_client: int) -> None:
        self._most = most
        self._per_client = per_client
        self._clients: Counter[str] = Counter()
        self._is_idle = asyncio.Event()
        self._is_idle.set()
        self.is_closed = False

    @property
    def count(self) -> int:
        """The requests that are admitted now."""
        return self._clients.total()

    @contextmanager
    def admitted(self, client: str) -> Iterator[None]:
        """Count a request while the block runs.

        Args:
            client: Address of the client.

        Raises:
            Problem: The client has too many, all have, or the service is being stopped.
        """
        if self.is_closed:
            raise Problem("closing")
        if self._clients[client] >= self._per_client:
            raise Problem("too-many")
        if self.count >= self._most:
            raise Problem("busy")
        self._clients[client] += 1
        self._is_idle.clear()
        try:
            yield
        finally:
            self._clients[client] -= 1
            self._clients += Counter()  # forgets who has none
            if not self._clients:
                self._is_idle.set()

    async def close(self, grace: float) -> bool:
        """Admit no more, and wait for those that are admitted.

        Args:
            grace: Seconds to wait.

        Returns:
            Whether all of them have ended.
        """
        self.is_closed = True
        try:
            await asyncio.wait_for(self._is_idle.wait(), grace)
        except TimeoutError:
            return False
        return True
