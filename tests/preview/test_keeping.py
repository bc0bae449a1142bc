"""What was made is kept for a while, and made once."""

import asyncio
from collections import OrderedDict

import pytest

from tests.coroutines import finished
from toolkit.preview.history import History
from toolkit.preview.keeping import once


def test_what_two_ask_for_is_made_once_and_again_only_after_a_fault():
    assert finished(_ask) == (["a", "fault", "b"], "b")


async def _ask():
    made, kept = [], OrderedDict()

    async def make(name):
        made.append(name)
        await asyncio.sleep(0)
        if name == "fault":
            raise ValueError(name)
        return name

    await asyncio.gather(*(once(kept, 1, lambda: make("a"), 1) for _ in range(3)))
    with pytest.raises(ValueError, match="fault"):
        await once(kept, 2, lambda: make("fault"), 1)
    found = await once(kept, 2, lambda: make("b"), 1)
    assert list(kept) == [2]
    return made, found


def test_what_was_asked_for_last_is_kept_longest():
    assert finished(_ask_again) == [1, 3]


async def _ask_again():
    kept = OrderedDict()
    for key in (1, 2, 1, 3):
        await once(kept, key, lambda: asyncio.sleep(0), 2)
    return list(kept)


def test_the_last_different_renderings_are_kept():
    history = History()
    for number in (1, 1, 2, 3, 3, *range(4, 12)):
        history.keep(("fa", "a"), str(number), f"page {number}")
    assert [version.digest for version in history.of(("fa", "a"))] == [*map(str, range(4, 12))]
    for number in range(64):
        history.keep(("fa", f"other-{number}"), "1", "")
    assert history.of(("fa", "a")) == ()
