"""Controls without their partner, against the rules BD9 to BD11 and X7."""

import pytest

from toolkit.check.passage import Passage
from toolkit.check.rule import Surroundings
from toolkit.check.rules.controls import find_unbalanced
from toolkit.direction.isolate import balance


def places(text):
    passage = Passage.plain(text, "fa", "rtl", "title", "text")
    return [hit.start for hit in find_unbalanced(passage, Surroundings(("fa",)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u2066b\u2069", []),
        ("\u2067a\u202eb\u202c\u2069", []),
        ("\u2066a", [0]),
        ("a\u2069", [1]),
        ("\u2066\u202ea\u2069", [1]),
        ("\u202a\u2066\u202c\u2069\u202c", [2]),
        ("\u2066a\u2028b\u2069", [0, 4]),
    ],
)
def test_unbalanced(text, expected):
    assert places(text) == expected


@pytest.mark.parametrize("text", ["\u2066a\u202e\u2069", "\u202ca", "\u2067\u2066x\u2069"])
def test_agrees_with_balancing(text):
    assert bool(places(text)) == (balance(text) != text)
