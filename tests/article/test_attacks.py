"""The attacks of test_body in Chromium: nothing runs and nothing is fetched."""

from pathlib import Path

import pytest

from toolkit.article.body import clean

pytestmark = pytest.mark.browser

ATTACKS = (Path(__file__).parent / "data" / "attacks.txt").read_text("utf-8").splitlines()
TOUCH = """() => {
    for (const element of document.querySelectorAll("*")) {
        for (const name of ["mouseover", "focus", "pointerrawupdate", "toggle", "error", "load"])
            element.dispatchEvent(new Event(name));
        if (element.href) element.click();
    }
}"""


def events(browser, html):
    """Return the dialogs that a page opens and the addresses that it asks for."""
    page = browser.new_page()
    seen = []
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.route("**", lambda route: (seen.append(route.request.url), route.abort()))
    page.set_content(f"<!doctype html><body>{html}")
    page.evaluate(TOUCH)
    page.wait_for_timeout(100)
    page.close()
    return seen


def test_the_attacks_are_attacks(browser):
    assert "1" in events(browser, "<img src=x onerror=alert(1)>")


def test_nothing_runs_and_nothing_is_fetched(browser):
    html = "\n".join(clean(attack, report=lambda _: None) for attack in ATTACKS)
    links = [url for url in events(browser, html) if not url.startswith("https://x.example/")]
    assert links == []
