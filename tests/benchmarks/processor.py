"""The processor time of a process and of all that it has started, running or ended."""

import ctypes
import os
import resource
import time
from contextlib import suppress

import psutil

__all__ = ["adopt_orphans", "cpu"]

_SET_CHILD_SUBREAPER = 36


def adopt_orphans() -> None:
    """Have processes whose parent ends before them be counted here (prctl(2))."""
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1)


def cpu() -> float:
    """Return the processor time of this process and of all that it has started."""
    _reap()
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    running = sum(sum(child.cpu_times()[:4]) for child in psutil.Process().children(recursive=True))
    return time.process_time() + ended.ru_utime + ended.ru_stime + running


def _reap() -> None:
    """Take leave of processes whose parent has ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
