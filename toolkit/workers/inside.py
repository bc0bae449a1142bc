"""What runs inside a worker: one task after the other until the pipe closes."""

import contextlib
import gc
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from threading import Thread
from typing import Any

from toolkit.article.prepare import parse
from toolkit.errors import Diagnostic, MemoryLimitError, MissingLibraryError, ToolkitError
from toolkit.workers.renderers import Setting, kept_renderer
from toolkit.workers.reports import taken

__all__ = ["READY", "Call", "Limits", "Reply", "main"]

READY = b"ready"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may use up.

    Args:
        memory: Bytes of data; it is replaced after a task that made it use half of them.
        tasks: Tasks until it is replaced.
    """

    memory: int
    tasks: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function that the worker can import, and the arguments to call it with."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of a call.

    Args:
        value: What it returned.
        error: What it raised, or ``None``.
        findings: What it reported.
        is_last: Whether the worker ends with it.
    """

    value: Any
    error: Exception | None
    findings: tuple[Diagnostic, ...]
    is_last: bool


def main(pipe: Connection, limits: Limits, modules: Sequence[str]) -> None:
    """Answer calls: the target of the process.

    Args:
        pipe: Takes :data:`READY`; then brings a :class:`Call` and takes a :class:`Reply`, in turns.
        limits: What the process may use up.
        modules: Names of modules that its tasks need.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_program, daemon=True).start()
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    _warm_up(modules)
    with contextlib.suppress(EOFError, OSError):  # whoever asked has gone
        pipe.send_bytes(READY)
        for left in reversed(range(limits.tasks)):
            reply = _answer(pipe.recv(), limits, is_last=not left)
            pipe.send_bytes(_packed(reply))
            if reply.is_last:
                return


def _end_with_the_program() -> None:
    """End in the middle of a task too where the program was killed and nobody keeps deadlines."""
    if program := parent_process():
        program.join()
    os._exit(1)


def _warm_up(modules: Sequence[str]) -> None:
    """Load code, fonts, templates and locale data, which the collector need not look at again."""
    for name in modules:
        import_module(name)
    with contextlib.suppress(MissingLibraryError):  # whoever asks for a PDF is told
        for locale, text in (("en", "Ready"), ("fa", "آماده")):
            article = parse({"id": "ready", "lang": locale, "title": text, "body": text})
            kept_renderer(Setting(locale)).pdf(article)
    taken()
    gc.collect()
    gc.freeze()


def _answer(call: Call, limits: Limits, *, is_last: bool) -> Reply:
    value: Any = None
    error: Exception | None = None
    try:
        value = call.function(*call.args, **call.kwargs)
    except Exception as raised:  # noqa: BLE001 - whatever it is goes to whoever asked
        if _is_of_memory(raised):
            error, is_last = _too_much(limits), True
        else:
            error = _told(raised)
    return Reply(value, error, taken(), is_last or _peak() > limits.memory / 2)


def _is_of_memory(error: BaseException | None) -> bool:
    """Return whether memory ran out, though another error may tell of it."""
    while error and not isinstance(error, MemoryError):
        error = error.__cause__ or error.__context__
    return error is not None


def _told(error: Exception) -> Exception:
    """Note where a fault of ours was, which does not go through the pipe by itself."""
    if not isinstance(error, ToolkitError):
        error.add_note("".join(traceback.format_tb(error.__traceback__)))
    return error


def _packed(reply: Reply) -> bytes:
    try:
        return bytes(ForkingPickler.dumps(reply))
    except Exception as error:  # noqa: BLE001 - pickle raises nearly anything
        told = TypeError(f"what the task gave cannot be sent: {type(error).__name__}: {error}")
        return bytes(ForkingPickler.dumps(Reply(None, told, reply.findings, reply.is_last)))


def _too_much(limits: Limits) -> MemoryLimitError:
    reason = f"needs more than the {limits.memory / 1e6:,.0f} MB of memory that it may have"
    remedy = "Make the article shorter or its pictures smaller, or allow more memory"
    return MemoryLimitError(Diagnostic(code="memory-limit", reason=reason, remedy=remedy))


def _peak() -> int:
    """Return the most bytes that the process has had in memory at once."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
