"""A piece of work as its asker holds it: a future that can be cancelled while it runs."""

import threading
from concurrent.futures import CancelledError, Future
from typing import Generic, TypeVar

from toolkit.workers.inside import Call, Reply
from toolkit.workers.process import Done, Worker

__all__ = ["Task"]

T = TypeVar("T")


class Task(Future[Done[T]], Generic[T]):
    """A piece of work; its result is a :class:`~toolkit.workers.process.Done`.

    Unlike other futures it can be cancelled while it runs: its process is killed and replaced.

    Args:
        call: What the work is.
    """

    def __init__(self, call: Call) -> None:
        super().__init__()
        self._call: Call | None = call
        self._hold = threading.Lock()
        self._worker: Worker | None = None
        self._is_unwanted = False

    def cancel(self) -> bool:
        """Give the work up, whether it has begun or not.

        Returns:
            Whether it will not be finished.
        """
        if super().cancel():
            self._call = None  # it may be large, and the pool's queue keeps the task for a while
            return True
        with self._hold:
            self._is_unwanted = True
            if self._worker:
                self._worker.kill()
        return not self.done()

    def run(self, worker: Worker, deadline: float) -> None:
        """Have the work done: the pool's part, once.

        Args:
            worker: Who does it.
            deadline: Seconds that it may take.
        """
        call, self._call = self._call, None
        assert call  # noqa: S101 - whoever gives it up before it begins keeps it from beginning
        try:
            worker.renew()
            self._given_to(worker)
            reply = worker.ask(call, deadline)
        except Exception as error:  # noqa: BLE001 - whoever waits gets it
            reply = Reply(None, CancelledError() if self._is_unwanted else error, (), is_last=True)
        self._given_to(None)
        if reply.error:
            self.set_exception(reply.error)
        else:
            self.set_result(Done(reply.value, reply.findings))

    def _given_to(self, worker: Worker | None) -> None:
        with self._hold:
            self._worker = worker
            if worker and self._is_unwanted:
                worker.kill()
