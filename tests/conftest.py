"""What all tests share: the sample articles and renderers for them."""

from pathlib import Path

import pytest

from toolkit.article import Publication
from toolkit.render import Renderer
from toolkit.resources import SAMPLES
from toolkit.sources import load_collection

LOCALES = ("en", "fa", "fa-AF", "ps")


@pytest.fixture(scope="session")
def samples():
    """The sample articles by id."""
    findings = []
    collection = load_collection([SAMPLES], report=findings.append)
    assert not collection.failures
    return {article.id: article for article in collection.articles}


@pytest.fixture(scope="session")
def publication():
    """The sample publication."""
    return Publication.load(SAMPLES / "toolkit.toml")


@pytest.fixture(scope="session")
def renderer_for(samples, publication):
    """Return a function of a locale that gives the sample publication's renderer."""
    made = {}

    def renderer(locale):
        if locale not in made:
            made[locale] = Renderer(
                locale,
                publication=publication,
                articles=samples.values(),
                report=lambda _finding: None,
            )
        return made[locale]

    return renderer


@pytest.fixture(params=LOCALES)
def locale(request):
    """Each of the four languages in turn."""
    return request.param


@pytest.fixture
def folder(tmp_path) -> Path:
    """An empty folder for articles."""
    made = tmp_path / "articles"
    made.mkdir()
    return made
