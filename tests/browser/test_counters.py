"""The counters that Chromium draws, read from its accessibility tree, are those of plain text."""

import re

import pytest

from toolkit.language import Locale
from toolkit.language.counters import TYPES, counter
from toolkit.render import Theme

pytestmark = pytest.mark.browser

LANGUAGES = ("en", "fa", "fa-AF", "ps", "ar", "ar-EG", "ur", "ckb", "sd", "uz-Arab")
NUMBERS = (-2, 0, 1, 2, 5, 11, 15, 27, 32, 33, 100, 1405, 4000)


def numbered(lang, name):
    items = "".join(f'<li value="{number}">x' for number in NUMBERS)
    return f'<ol class="{name}" lang="{lang}" dir="{Locale.parse(lang).direction}">{items}</ol>'


def markers(page):
    """Return the names of all list markers, those of the outer lists first."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return [node["name"]["value"] for node in nodes if node["role"]["value"] == "ListMarker"]


def read(marker):
    """Return figures or letters, and all characters: Chromium tells some in visual order."""
    return re.findall(r"\w+", marker), sorted(marker)


@pytest.mark.parametrize("kind", TYPES)
def test_every_language_and_type(page, kind):
    lists = "".join(numbered(lang, TYPES[kind]) for lang in LANGUAGES)
    style = Theme.builtin().stylesheet("screen.css")
    page.set_content(f'<html lang="en"><style>{style}</style>{lists}')
    expected = [counter(number, lang, kind) for lang in LANGUAGES for number in NUMBERS]
    assert list(map(read, markers(page))) == list(map(read, expected))


def test_a_lists_language_and_not_the_items_counts(page):
    lists = '<ol lang="fa" dir="rtl"><li>الف<li lang="en" dir="ltr">b</ol>'
    style = Theme.builtin().stylesheet("screen.css")
    page.set_content(f'<html lang="en"><style>{style}</style>{lists}')
    assert [read(marker)[0] for marker in markers(page)] == [["۱"], ["۲"]]


def test_footnotes_have_the_pages_figures(site, page):
    page.goto(f"file://{site}/harvest-data.ps.html")  # an article in English
    calls = [call.text_content() for call in page.query_selector_all(".footnote-ref a")]
    read_aloud = [word for marker in markers(page) for word in re.findall(r"\w+", marker)]
    assert calls == ["۱", "۲", "۳", "۴"]
    assert sorted(read_aloud) == ["1", "2", "3", "4", "5", *calls]
