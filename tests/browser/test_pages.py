"""Every sample page in every language: what axe sees, and what no checker sees."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.conftest import LOCALES
from toolkit.resources import SAMPLES

pytestmark = pytest.mark.browser

PROBE = (Path(__file__).parent / "probe.js").read_text("utf-8")
STEMS = sorted(
    {
        path.name.split(".")[0]
        for path in SAMPLES.iterdir()
        if path.suffix in {".md", ".json", ".html"}
    }
)
LISTS = ("index", "section/index", "section/culture")
PAGES = [*(f"{stem}.{locale}" for stem in (*STEMS, *LISTS) for locale in LOCALES), "404"]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(site, page, name):
    page.goto(f"file://{site}/{name}.html")
    for scheme, width in (("light", 1280), ("dark", 320)):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page).response["violations"]
        assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found] == []


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_what_no_checker_sees(site, page, name, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"file://{site}/{name}.html")
    offenders = {rule: found for rule, found in page.evaluate(PROBE).items() if found}
    assert offenders == {}
