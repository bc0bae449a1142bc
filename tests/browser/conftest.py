"""The sample pages in Chromium."""

import pytest

from tests.conftest import LOCALES
from toolkit.render import Theme
from toolkit.render.batch import Batch


@pytest.fixture(scope="session")
def site(samples, publication, tmp_path_factory):
    """A folder with every sample page in every language."""
    out = tmp_path_factory.mktemp("site")
    batch = Batch(
        articles=tuple(samples.values()),
        locales=LOCALES,
        formats=("html",),
        out=out,
        publication=publication,
        theme=Theme.builtin(),
        report=lambda _finding: None,
    )
    assert not batch.run().failures
    return out


@pytest.fixture
def page(browser):
    """A page of its own for each test, 1280 px wide."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
