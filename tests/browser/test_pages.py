"""Every sample page in every language, in every view: what two checkers and our rows see."""

import itertools

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from tests.browser.checkers import ACE, needs_checkers
from tests.browser.rows import offenders
from tests.conftest import LOCALES
from toolkit.resources import SAMPLES

pytestmark = pytest.mark.browser

STEMS = sorted(
    {
        path.name.split(".")[0]
        for path in SAMPLES.iterdir()
        if path.suffix in {".md", ".json", ".html"}
    }
)
LISTS = ("index", "section/index", "section/culture")
PAGES = [*(f"{stem}.{locale}" for stem in (*STEMS, *LISTS) for locale in LOCALES), "404"]
VIEWS = list(itertools.product(("light", "dark"), (320, 768, 1280)))

AXE = """axe.run({resultTypes: ["violations"]}).then(({violations}) =>
  violations.map(({id, nodes}) => [id, nodes[0].html]))"""
IBM = """new ace.Checker().check(document, ["WCAG_2_2"]).then(({results}) => results
  .filter(({value}) => value.join() === "VIOLATION,FAIL")
  .map(({ruleId, snippet}) => [ruleId, snippet]))"""


@pytest.fixture(scope="module")
def opened(request, site, tab):
    """Each page in turn, loaded once for all that is asked of it."""
    tab.goto(f"file://{site}/{request.param}.html")
    tab.evaluate("document.fonts.ready.then(() => null)")
    return tab


every_page = pytest.mark.parametrize("opened", PAGES, indirect=True)


def in_each_view(page, judge):
    """Return what is found in each scheme and width that finds anything."""
    found = {}
    for scheme, width in VIEWS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        found[scheme, width] = judge(page)
    return {view: wrong for view, wrong in found.items() if wrong}


@every_page
def test_axe_finds_nothing(opened):
    opened.evaluate(AXE_SCRIPT)
    assert in_each_view(opened, lambda page: page.evaluate(AXE)) == {}


@every_page
def test_what_no_checker_sees(opened):
    assert in_each_view(opened, lambda page: offenders(page, "every")) == {}


@every_page
@pytest.mark.parametrize("view", ["zoomed", "spaced", "forced", "still", "print"])
def test_what_a_reader_sets(opened, view):
    assert offenders(opened, view) == {}


@needs_checkers
@every_page
def test_a_second_checker_finds_nothing(opened):
    opened.evaluate(ACE.read_text("utf-8"))
    assert opened.evaluate(IBM) == []


def test_titles_are_unique(site, tab):
    for locale in LOCALES:
        titles = []
        for path in site.rglob(f"*.{locale}.html"):
            tab.goto(path.as_uri())
            titles.append(tab.title())
        assert len(set(titles)) == len(titles)
