"""One worker process, seen from outside: started, asked, ended."""

import multiprocessing
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import ForkServerContext
from multiprocessing.reduction import ForkingPickler
from typing import Generic, TypeVar

from toolkit.errors import DeadlineError, Diagnostic, WorkerLostError
from toolkit.workers.inside import Call, Limits, Reply, main

__all__ = ["Done", "Worker"]

T = TypeVar("T")

_STARTED = 60.0  # seconds
_ENDED = 5.0


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """What a task gave.

    Args:
        value: What the function returned.
        findings: What it reported.
    """

    value: T
    findings: tuple[Diagnostic, ...]


class Worker:
    """A place in the pool, and the process that has it now.

    Args:
        limits: What a process may use up.
        modules: Names of modules that its tasks need.
    """

    def __init__(self, limits: Limits, modules: Sequence[str] = ()) -> None:
        self._limits = limits
        self._modules = modules
        self._start()

    @property
    def pid(self) -> int | None:
        """The id of the process."""
        return self._process.pid

    @property
    def is_fit(self) -> bool:
        """Whether the process can take another task."""
        return not self._is_spent and not self._has_ended() and self._process.is_alive()

    def _has_ended(self) -> bool:
        """Return whether the pipe is at its end: sooner known than that of the process."""
        try:
            if not self._is_ready and self._pipe.poll():
                self._wait_until_ready()
            return self._is_ready and self._pipe.poll()  # without a task it says nothing
        except (EOFError, ConnectionError):
            return True

    def renew(self) -> None:
        """Put another process in the place of one that cannot take another task.

        Raises:
            WorkerLostError: No process can be started.
        """
        if not self.is_fit:
            self.end()
            try:
                self._start()
            except (OSError, EOFError) as error:
                raise _lost("could not be started") from error

    def ask(self, call: Call, deadline: float) -> Reply:
        """Return what comes of a call.

        Args:
            call: The call.
            deadline: Seconds that it may take.

        Raises:
            DeadlineError: It took longer, and the process is ended.
            WorkerLostError: The process ended before.
        """
        packed = ForkingPickler.dumps(call)
        try:
            self._wait_until_ready()
            self._pipe.send_bytes(packed)
            if not self._pipe.poll(deadline):
                self.kill()
                raise _late(deadline)
            reply: Reply = self._pipe.recv()
        except (EOFError, ConnectionError) as error:
            self.end()
            raise _lost(_ended(self._process.exitcode)) from error
        self._is_spent |= reply.is_last
        return reply

    def kill(self) -> None:
        """End the process whatever it does; it can be called from any thread."""
        self._is_spent = True
        self._process.kill()

    def end(self) -> None:
        """End the process and let go of it."""
        self.kill()
        self._pipe.close()
        self._process.join(_ENDED)

    def _start(self) -> None:
        context = _context(tuple(self._modules))
        pipe, theirs = context.Pipe()
        process = context.Process(
            target=main,
            args=(theirs, self._limits, self._modules),
            name="toolkit-worker",
            daemon=True,
        )
        process.start()
        theirs.close()
        self._pipe, self._process = pipe, process
        self._is_ready = self._is_spent = False

    def _wait_until_ready(self) -> None:
        """Wait for its first word, so that no task's time goes by while the process starts."""
        if not self._is_ready:
            if not self._pipe.poll(_STARTED):
                raise EOFError
            self._pipe.recv_bytes()
            self._is_ready = True


@cache
def _context(modules: tuple[str, ...]) -> ForkServerContext:
    """Return what starts processes: a small server that has imported all that they need.

    It is one for the program, and imports the modules of the first pool; other pools' workers
    import theirs themselves.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["toolkit.workers.preload", *modules])
    # Ctrl-C goes to the whole process group; the server keeps the mask, and its children do.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context


def _late(deadline: float) -> DeadlineError:
    reason = f"takes longer than the {deadline:g} seconds that it may"
    remedy = "Make the article shorter or its pictures smaller, or allow more time"
    return DeadlineError(Diagnostic(code="deadline", reason=reason, remedy=remedy))


def _ended(status: int | None) -> str:
    return f"ended by signal {-status}" if status and status < 0 else f"ended with status {status}"


def _lost(how: str) -> WorkerLostError:
    reason = f"the process for this work {how}"
    remedy = "Try again; if it ends again, it may need more memory than there is"
    return WorkerLostError(Diagnostic(code="worker-lost", reason=reason, remedy=remedy))
