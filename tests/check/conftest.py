"""Articles in memory."""

import pytest

from toolkit.article.prepare import parse

TITLES = {"fa": "عنوان", "fa-AF": "عنوان", "ps": "سرلیک", "ar": "عنوان", "en": "Title"}


def make(body="", lang="fa", **fields):
    """Return a prepared article with an HTML body."""
    data = {"id": "a", "lang": lang, "title": TITLES[lang], "body": body, "body_format": "html"}
    return parse(data | fields, report=lambda _finding: None)


@pytest.fixture
def article():
    """A function that makes an article."""
    return make
