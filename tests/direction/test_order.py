"""Rules L1 and L2 against their wording."""

from hypothesis import given
from hypothesis import strategies as st

from toolkit.direction import reset_whitespace, visual_order
from toolkit.direction.properties import classify


def by_the_wording(levels):
    """From the highest level to the lowest odd one, reverse each run at that level or higher."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=126) - 1, -1):
        start = 0
        while start < len(order):
            stop = start
            while stop < len(order) and levels[order[stop]] >= level:
                stop += 1
            order[start:stop] = order[start:stop][::-1]
            start = max(stop, start + 1)
    return order


@given(st.lists(st.integers(0, 6), max_size=40))
def test_visual_order(levels):
    assert visual_order(levels) == by_the_wording(levels)


def test_whitespace_at_the_end_and_before_separators_is_reset():
    text = "ab \u2069\tcd \u2067 "
    assert reset_whitespace(bytes([2] * 10), classify(text), 1) == bytes(
        [2, 2, 1, 1, 1, 2, 2, 1, 1, 1]
    )


def test_a_joiner_stays_with_its_letter():
    text = "ه\u200d \u200d"
    assert reset_whitespace(bytes([1] * 4), classify(text), 0) == bytes([1, 1, 0, 0])
