"""What all tests share: the sample articles and renderers for them."""

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import sync_playwright

from toolkit.article import Publication
from toolkit.render import Renderer
from toolkit.resources import SAMPLES
from toolkit.sources import load_collection

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
_ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# A shared machine may stop a test for a while: time is measured by `make bench`, not here.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")

LOCALES = ("en", "fa", "fa-AF", "ps")


@pytest.fixture(scope="session")
def browser():
    """The system's Chromium."""
    arguments = [*_ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else _ARGUMENTS
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield started
        started.close()


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


@pytest.fixture(scope="session")
def extracted():
    """Return a function that gives what poppler extracts."""

    def text(data):
        command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
        return subprocess.run(command, input=data, check=True, capture_output=True).stdout.decode()

    return text


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
