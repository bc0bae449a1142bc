"""Keeps the last things that were made, and makes each once."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import TypeVar

__all__ = ["bound", "once"]

K = TypeVar("K")
V = TypeVar("V")


def bound(kept: OrderedDict[K, V], most: int) -> None:
    """Drop the oldest of what is kept.

    Args:
        kept: What is kept, the oldest first; changed in place.
        most: How many may stay.
    """
    while len(kept) > most:
        kept.popitem(last=False)


async def once(
    kept: OrderedDict[K, asyncio.Future[V]], key: K, make: Callable[[], Awaitable[V]], most: int
) -> V:
    """Return what was made for a key, or make it; who goes away meanwhile stops nobody else.

    Args:
        kept: What was made or is being made, what was asked for last at the end; changed in place.
        key: What tells it from others.
        make: Makes it; where it raises, the next one who asks has it made again.
        most: How many are kept.
    """
    if key not in kept:
        kept[key] = asyncio.ensure_future(make())
        bound(kept, most)
    kept.move_to_end(key)
    made = kept[key]
    try:
        return await asyncio.shield(made)
    except Exception:
        if kept.get(key) is made:
            del kept[key]
        raise
