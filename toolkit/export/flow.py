"""Keeps worker processes busy with a bounded number of tasks, and takes results as they come."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from toolkit.errors import DeadlineError, MemoryLimitError, WorkerLostError
from toolkit.workers import Done, Pool

__all__ = ["Call", "Flow"]

T = TypeVar("T")

_KILLED = (DeadlineError, MemoryLimitError, WorkerLostError)
_GRACE = 10.0
"""Seconds that tasks may still take when no more are taken."""


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """A call of a function in a worker.

    Args:
        function: One that the worker can import.
        args: Its arguments.
        subject: Whatever its result is for.
        is_again: Whether the worker that had it before was lost.
    """

    function: Callable[..., Any]
    args: tuple[Any, ...]
    subject: T
    is_again: bool = False


class Flow:
    """Runs calls in worker processes, which start with the first one.

    Args:
        size: Number of workers.
        deadline: Seconds that a call may take.
        memory: Bytes that a worker may have.

    Attributes:
        stopped: Why no more calls are taken, or ``None``.
        has_killed: Whether a worker was killed, perhaps while it wrote a file.
    """

    def __init__(self, size: int, deadline: float, memory: int) -> None:
        self._size, self._deadline, self._memory = size, deadline, memory
        self._pool: Pool | None = None
        self._again: deque[Call[Any]] = deque()
        self._running: dict[Future[Done[Any]], Call[Any]] = {}
        self._done: SimpleQueue[Future[Done[Any]] | None] = SimpleQueue()
        self._end = float("inf")
        self.stopped: str | None = None
        self.has_killed = False

    def run(self, calls: Iterable[Call[T]]) -> Iterator[tuple[Call[T], Future[Done[Any]]]]:
        """Yield each call with its result, as it comes.

        Args:
            calls: The calls; taken one by one, a few more than there are workers at once.
        """
        waiting = iter(calls)
        while True:
            while len(self._running) < 2 * self._size and (call := self._next(waiting)):
                self._start(call)
            if not self._running:
                return
            if done := self._take():
                self.has_killed |= isinstance(done.exception(), _KILLED)
                yield self._running.pop(done), done

    def again(self, call: Call[Any]) -> None:
        """Have a call run before those that wait."""
        self._again.append(call)

    def stop(self, reason: str) -> None:
        """Take no more calls; those that run have some time to end.  Signal handlers may call it.

        Args:
            reason: Why.
        """
        self.stopped = self.stopped or reason
        self._end = min(self._end, time.monotonic() + _GRACE)
        self._done.put(None)

    def _next(self, waiting: Iterator[Call[T]]) -> Call[T] | None:
        if self.stopped:
            return None
        return self._again.popleft() if self._again else next(waiting, None)

    def _start(self, call: Call[Any]) -> None:
        if self._pool is None:
            self._pool = Pool(self._size, deadline=self._deadline, memory=self._memory)
        task = self._pool.submit(call.function, *call.args)
        self._running[task] = call
        task.add_done_callback(self._done.put)

    def _take(self) -> Future[Done[Any]] | None:
        """Wait for a result, as long as there is time."""
        left = None if self._end == float("inf") else max(0.0, self._end - time.monotonic())
        try:
            return self._done.get(timeout=left)
        except Empty:
            self.close(at_once=True)
            self._running.clear()
            self.has_killed = True
            return None

    def close(self, *, at_once: bool = False) -> None:
        """End the workers.

        Args:
            at_once: Whether to give up what they have not finished.
        """
        if self._pool:
            self._pool.close(at_once=at_once)
            self._pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(at_once=True)
