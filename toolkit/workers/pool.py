"""A pool of worker processes: each has its own pipe, so that the end of one harms no other."""

import contextlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from queue import SimpleQueue
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar

from toolkit.errors import WorkerLostError
from toolkit.workers.inside import Call, Limits
from toolkit.workers.process import Worker
from toolkit.workers.task import Task

__all__ = ["Pool"]

P = ParamSpec("P")
T = TypeVar("T")


class Pool:
    """Worker processes that are warm when work comes.

    The functions that they run must be importable, and arguments, results and errors pickled.
    The start method is ``forkserver``: a program that makes a pool keeps what it does itself
    under ``if __name__ == "__main__"``.

    Args:
        size: Number of processes.
        deadline: Seconds that each task may take.
        memory: Bytes of data that each process may have.
        tasks: Tasks until a process is replaced.
        modules: Names of modules that the tasks need, imported before they come.
    """

    def __init__(
        self,
        size: int,
        *,
        deadline: float = 60.0,
        memory: int = 1_000_000_000,
        tasks: int = 500,
        modules: Sequence[str] = (),
    ) -> None:
        self._deadline = deadline
        limits = Limits(memory, tasks)
        self._workers = tuple(Worker(limits, modules) for _ in range(size))
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._free.put(worker)
        self._threads = ThreadPoolExecutor(size, "toolkit-pool")
        self._tasks: set[Task[Any]] = set()

    @property
    def pids(self) -> tuple[int | None, ...]:
        """The ids of the processes."""
        return tuple(worker.pid for worker in self._workers)

    def submit(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Task[T]:
        """Have a worker call a function.

        Args:
            function: One that the worker can import.
            *args: Its arguments.
            **kwargs: Likewise.

        Returns:
            A future.  It raises what the function raised, or DeadlineError, MemoryLimitError or
            WorkerLostError, of which no other task notices anything.

        Raises:
            RuntimeError: The pool is closed.
        """
        task: Task[T] = Task(Call(function, args, kwargs))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        try:
            self._threads.submit(self._run, task)
        except RuntimeError:
            task.cancel()
            raise
        return task

    def _run(self, task: Task[Any]) -> None:
        if task.set_running_or_notify_cancel():
            worker = self._free.get()
            task.run(worker, self._deadline)
            with contextlib.suppress(WorkerLostError):  # the next task tries again
                worker.renew()
            self._free.put(worker)

    def close(self, *, at_once: bool = False) -> None:
        """Take no more work, and end the processes when what there is is done.

        Args:
            at_once: Whether to give up what has not been finished; so does Ctrl-C while it waits.
        """
        self._threads.shutdown(wait=False)
        try:
            wait(() if at_once else tuple(self._tasks))
        finally:
            for task in tuple(self._tasks):
                task.cancel()
            self._threads.shutdown()
            for worker in self._workers:
                worker.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close(at_once=error is not None)
