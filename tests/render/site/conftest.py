"""A whole site of the sample articles, and one of many small articles."""

import pytest

from tests.conftest import LOCALES
from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.render import Theme
from toolkit.render.batch import Batch
from toolkit.render.site import Site

BASE = "https://example.org/a/b/"


def build(articles, out, *, publication=None, report=None, **changes):
    """Make a site in a folder; return the folder and the outcome."""
    wanted = {"locales": ("en", "fa"), "formats": ("html",), "theme": Theme.builtin()}
    batch = Batch(
        articles=articles,
        publication=publication or Publication(base_url="https://example.org/news"),
        out=out,
        has_lists=True,
        report=report or (lambda _finding: None),
        **{**wanted, **changes},
    )
    return out, Site(batch).run()


@pytest.fixture
def make_site(tmp_path):
    """Return a function that makes a site in an empty folder."""
    return lambda articles, out=tmp_path / "site", **changes: build(articles, out, **changes)


@pytest.fixture(scope="session")
def sample_site(samples, publication, tmp_path_factory):
    """The folder of a site of the samples in all languages, to be looked at only."""
    ours = publication.model_copy(update={"base_url": BASE})
    out = tmp_path_factory.mktemp("samples")
    folder, outcome = build(tuple(samples.values()), out, publication=ours, locales=LOCALES)
    assert outcome.failures == []
    return folder


@pytest.fixture
def small():
    """Return a function that makes an article of one line."""

    def make(name, **fields):
        wanted = {"lang": "en", "title": name.title(), "body": "Text.", "published": "2026-11-01"}
        return prepare(Article(id=name, **{**wanted, **fields}))

    return make


@pytest.fixture
def many(small):
    """Forty-five articles: three pages of a list."""
    return [
        small(f"a{n:02}", published=f"2026-10-{n % 28 + 1:02}", section="News") for n in range(45)
    ]
