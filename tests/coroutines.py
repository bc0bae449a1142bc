"""Coroutine functions in tests that are none."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import anyio


def finished(function, *given, **more):
    """Return what a coroutine function gives; the thread of the tests may have a loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, partial(function, *given, **more)).result()
