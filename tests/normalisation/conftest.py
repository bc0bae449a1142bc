"""Prepared articles in memory."""

import pytest

from toolkit.article.model import Article


def make(body="", lang="fa", **fields):
    """Return an article whose body is clean already."""
    data = {"id": "a", "lang": lang, "title": "Title", "body": body, "body_format": "html"}
    article = Article.model_validate(data | fields)
    return article.settled(body=article.body, image=article.image)


@pytest.fixture
def article():
    """A function that makes an article."""
    return make
