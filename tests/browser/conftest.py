"""The sample pages in Chromium."""

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.conftest import LOCALES
from toolkit.render import Theme
from toolkit.render.batch import Batch

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


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


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    arguments = [*_ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else _ARGUMENTS
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield started
        started.close()


@pytest.fixture
def page(browser):
    """A page of its own for each test, 1280 px wide."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
