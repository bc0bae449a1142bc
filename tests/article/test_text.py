"""Which version of a text a reader gets."""

import pytest

from toolkit.article.text import Picked, by_language, pick

TITLE = {"en": "Wheat", "fa": "گندم", "en-GB": "Corn"}


@pytest.mark.parametrize(
    ("value", "lang", "wanted", "found"),
    [
        ("Wheat", "en", ("fa",), Picked("Wheat", "en")),
        (TITLE, "en", ("fa-AF", "fa", "en"), Picked("گندم", "fa")),
        (TITLE, "en", ("en",), Picked("Wheat", "en")),
        (TITLE, "en", ("en-GB", "en"), Picked("Corn", "en-GB")),
        ({"en-GB": "Corn"}, "fa", ("en",), Picked("Corn", "en-GB")),
        ({"fa-AF": "گندم"}, "en", ("en", "ps"), Picked("گندم", "fa-AF")),
        ({"fa": "گندم", "ps": "غنم"}, "ps", ("en",), Picked("غنم", "ps")),
        ({"eng": "x"}, "en", ("en",), Picked("x", "eng")),
        (None, "en", ("en",), None),
    ],
)
def test_pick(value, lang, wanted, found):
    assert pick(value, lang, wanted) == found


def test_by_language():
    assert by_language("Wheat", "en") == {"en": "Wheat"}
    assert by_language(TITLE, "en") == TITLE
