"""Nothing is cut off on the sample pages where labels are longer, taller or turned."""

from pathlib import Path

import pytest

from tests.browser.test_pages import STEMS
from tests.render.site.conftest import build
from toolkit.language.pseudo import PSEUDO_LOCALES

pytestmark = pytest.mark.browser

CLIPPING = (Path(__file__).parent / "clipping.js").read_text("utf-8")


@pytest.fixture(scope="module")
def pseudo_site(samples, publication, tmp_path_factory):
    """The folder of a site of the samples in the pseudo-locales."""
    out = tmp_path_factory.mktemp("pseudo")
    articles = tuple(samples.values())
    site, outcome = build(articles, out, publication=publication, locales=PSEUDO_LOCALES)
    assert outcome.failures == []
    return site


@pytest.mark.parametrize("width", [320, 800])
@pytest.mark.parametrize("locale", PSEUDO_LOCALES)
def test_nothing_is_clipped(pseudo_site, page, locale, width):
    page.set_viewport_size({"width": width, "height": 900})
    pages = [*pseudo_site.rglob(f"*.{locale}.html"), pseudo_site / "404.html"]
    assert len(pages) > len(STEMS) + 3
    for path in pages:
        page.goto(path.as_uri())
        page.evaluate("document.fonts.ready")
        page.focus(".skip-link")
        offenders = {rule: found for rule, found in page.evaluate(CLIPPING).items() if found}
        assert offenders == {}, path.name


@pytest.mark.parametrize(
    ("rules", "markup"),
    [
        (
            "cut outsideBox",
            '<p style="width: 60px; overflow: hidden; white-space: nowrap">[Ļåţéšţ ñéŵš]</p>',
        ),
        ("cut", '<p style="height: 10px; overflow: hidden">[Ļåţéšţ ñéŵš]</p>'),
        ("outsideWindow", '<p style="margin-left: 300px; width: 90px">[Ļåţéšţ ñéŵš]</p>'),
        ("outsideBox", '<p style="width: 60px; white-space: nowrap">[Ļåţéšţ ñéŵš]</p>'),
        ("overlapping", '<p>[Ļåţéšţ]</p><p style="margin-top: -30px">[ñéŵš]</p>'),
    ],
)
def test_every_fault_is_found(page, rules, markup):
    page.set_viewport_size({"width": 320, "height": 900})
    page.set_content(f'<!doctype html><body style="margin: 0">{markup}</body>')
    assert [name for name, found in page.evaluate(CLIPPING).items() if found] == rules.split()
