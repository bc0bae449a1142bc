"""The memory of a process and of all that it has started."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psutil

__all__ = ["watched"]

_SAMPLE = 0.02


@contextmanager
def watched(pid: int) -> Iterator[list[float]]:
    """Note the memory of a process and its descendants, in megabytes, now and then."""
    seen = [_memory(pid)]
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_SAMPLE):
            seen.append(_memory(pid))

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield seen
    finally:
        done.set()
        thread.join()
        seen.append(_memory(pid))


def _memory(pid: int) -> float:
    total = 0
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess, psutil.AccessDenied, FileNotFoundError):
                total += each.memory_full_info().pss
    return total / 1e6
