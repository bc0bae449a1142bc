"""The sample pages in Chromium."""

from pathlib import Path

import pytest

from tests.conftest import LOCALES
from toolkit.render import Theme
from toolkit.render.batch import Batch
from toolkit.render.site import Site

COLOURS = Path(__file__).parent / "colours.js"


@pytest.fixture(scope="session")
def site(samples, publication, tmp_path_factory):
    """A site of every sample page in every language, as files."""
    out = tmp_path_factory.mktemp("site")
    batch = Batch(
        articles=tuple(samples.values()),
        locales=LOCALES,
        formats=("html",),
        out=out,
        publication=publication,
        theme=Theme.builtin(),
        has_lists=True,
        report=lambda _finding: None,
    )
    assert not Site(batch).run().failures
    return out


@pytest.fixture
def page(browser):
    """A page of its own for each test, 1280 px wide."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(path=COLOURS)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def tab(browser):
    """One page for all tests of a module that leave it as it was."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(path=COLOURS)
    yield context.new_page()
    context.close()
