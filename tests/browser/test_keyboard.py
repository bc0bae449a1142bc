"""A walk with the Tab key: every stop in order, seen, in both directions and schemes."""

import pytest

from tests.browser import keyboard
from tests.browser.rows import offenders

pytestmark = pytest.mark.browser

WALKS = ["harvest-data", "poetry-evening", "index", "section/index"]
PARTS = ["skip-link", "publication", "languages", "sections", "footnote-ref", "scroll"]
PARTS += ["footnote-back", "share", "card-title", "colophon"]


@pytest.mark.parametrize("locale", ["en", "fa"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
@pytest.mark.parametrize("name", WALKS)
def test_every_stop(site, page, name, locale, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"file://{site}/{name}.{locale}.html")
    assert offenders(page, "keyboard") == {}


@pytest.mark.parametrize("locale", ["en", "fa"])
def test_the_parts_of_a_page_are_in_order(site, page, locale):
    page.goto(f"file://{site}/harvest-data.{locale}.html")
    met = [part for stop in keyboard.walk(page) for part in PARTS if part in stop["part"]]
    assert list(dict.fromkeys(met)) == PARTS


@pytest.mark.parametrize("locale", ["en", "fa"])
def test_another_language(site, page, locale):
    page.goto(f"file://{site}/harvest-data.{locale}.html")
    page.locator(".languages a[lang=ps]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/harvest-data.ps.html")
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "ps",
        "rtl",
    ]
