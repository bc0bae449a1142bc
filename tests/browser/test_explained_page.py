"""The page that explains a text."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from toolkit.direction.explain import as_html, explain

pytestmark = pytest.mark.browser

TEXT = "زبان C++ و .NET می\u200cرود؛ تلفن \u2066+93 700 123 456\u2069.\nHello سلام (دوست) 12\n123"


def test_axe_finds_nothing(page):
    page.set_content(as_html(explain(TEXT)))
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


def test_a_narrow_page_does_not_scroll_sideways(page):
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(as_html(explain(TEXT)))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
