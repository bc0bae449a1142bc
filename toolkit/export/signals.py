"""Ctrl-C and the system's wish to end: the first lets work end, the second ends at once."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["first_signal_to"]

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def first_signal_to(stop: Callable[[str], None]) -> Iterator[None]:
    """Give the first signal to end to a function; the next one raises KeyboardInterrupt.

    Outside of the main thread nothing changes, as signals do not come there.

    Args:
        stop: Called with the signal's name.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def handle(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        if len(came) > 1:
            raise KeyboardInterrupt
        stop(signal.Signals(number).name)

    before = {number: signal.signal(number, handle) for number in _SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
