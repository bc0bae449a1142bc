"""The Nu HTML checker has nothing to say of any page."""

import pytest

from tests.browser.checkers import needs_checkers, nu

pytestmark = [pytest.mark.browser, needs_checkers]

# Its CSS is older than https://www.w3.org/TR/css-contain-3/, which browsers have had since 2023.
NEWER_CSS = {
    "CSS: Unrecognized at-rule “@container”",
    "CSS: “container-type”: Property “container-type” doesn't exist.",
}


def told(messages):
    return [(found["url"].rpartition("/")[2], found["message"]) for found in messages]


def test_every_page_is_valid(site):
    found = [message for message in nu(site) if message["message"] not in NEWER_CSS]
    assert told(found) == []


def test_a_fault_is_found(tmp_path):
    (tmp_path / "page.html").write_text(
        '<!doctype html><html lang="fa" dir="rtl"><title>آب</title><p><h1>آب</h1></p>'
    )
    assert told(nu(tmp_path)) == [("page.html", "No “p” element in scope but a “p” end tag seen.")]
