"""The pictures that networks show."""

import io
import re

import pytest
from lxml import html
from PIL import Image, ImageChops

from tests.conftest import LOCALES
from toolkit.article import Publication
from toolkit.errors import Diagnostic, MissingLibraryError
from toolkit.render import Renderer, batch
from toolkit.render.fonts import font_face_css
from toolkit.render.plan import Plan

PUBLICATION = Publication(base_url="https://example.org", name={"en": "N", "fa": "ن"})
IMAGE = re.compile(r'<meta property="og:image" content="https://example.org/assets/([^"]+)">')


@pytest.fixture
def social(small):
    """Return a function that gives the name and the picture of an article's page."""

    def draw(locale="fa", publication=PUBLICATION, article=None, **fields):
        plan = Plan.of(publication, has_social=True)
        article = article or small("one", **fields)
        page = Renderer(locale, publication=publication, plan=plan).page(article)
        name = IMAGE.search(page.html)[1]
        return name, page.pictures[name]

    return draw


def columns(data):
    """Return the columns of a picture, in pixels, that its darkest letters reach from and to."""
    image = Image.open(io.BytesIO(data)).convert("L").crop((0, 130, 1200, 520))
    left, _top, right, _bottom = image.point(lambda value: 255 * (value < 90)).getbbox()
    return left, right


@pytest.mark.parametrize("locale", LOCALES)
def test_it_has_the_size_that_networks_ask_for(social, samples, publication, locale):
    _name, picture = social(locale, publication, samples["water-report"])
    assert Image.open(io.BytesIO(picture.read())).size == (1200, 630)


@pytest.mark.parametrize(
    ("locale", "title", "edge"), [("en", "Water", 64), ("fa", "آب", 1136), ("ps", "اوبه", 1136)]
)
def test_lines_begin_where_the_language_begins(social, locale, title, edge):
    _name, picture = social(locale, lang=locale, title=title)
    left, right = columns(picture.read())
    assert min(abs(left - edge), abs(right - edge)) < 12


@pytest.mark.browser
def test_letters_are_joined_and_ordered_as_in_a_browser(social, browser, tmp_path):
    """The same page, set by Chromium, has its ink where ours has it."""
    _name, picture = social("fa", lang="fa", title="گزارش «React» (C++) پذیرفته شد")
    faces = font_face_css("pdf", lambda face: face.file.as_uri())
    file = tmp_path / "page.html"
    markup = html.tostring(picture.tree, encoding="unicode", doctype="<!doctype html>")
    file.write_text(f"<style>{faces}{picture.stylesheet}</style>{markup}", "utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 630})
    page.goto(file.as_uri())
    theirs = page.screenshot()
    page.close()
    ours, theirs, mirrored = ink(picture.read()), ink(theirs), ink(theirs)[::-1]
    assert apart(ours, theirs) < 0.1 < apart(ours, mirrored)


def ink(data):
    """Return the dark of each column of a picture, as shares of the whole."""
    dark = ImageChops.invert(Image.open(io.BytesIO(data)).convert("L").crop((0, 130, 1200, 520)))
    columns = list(dark.resize((300, 1), Image.Resampling.BOX).tobytes())
    return [column / sum(columns) for column in columns]


def apart(one, other):
    return sum(abs(a - b) for a, b in zip(one, other, strict=True))


def test_the_name_tells_what_is_drawn(social):
    one, same, other = (social("en", title=title)[0] for title in ("A", "A", "B"))
    assert one == same != other
    renamed = PUBLICATION.model_copy(update={"name": "M"})
    assert social("en", renamed, title="A")[0] != one


def test_a_very_long_headline_stays_inside(social):
    _name, picture = social("en", title="A very long headline " * 40)
    image = Image.open(io.BytesIO(picture.read())).convert("L")
    assert image.crop((0, 570, 60, 630)).getextrema()[0] > 200


def test_without_pango_a_site_is_made_without_them(make_site, small, monkeypatch):
    def fail():
        raise MissingLibraryError(Diagnostic(code="no-pango", reason="Pango is not installed"))

    monkeypatch.setattr(batch, "load_weasyprint", fail)
    findings = []
    folder, outcome = make_site([small("one")], report=findings.append)
    assert outcome.failures == []
    assert [(found.code, found.severity) for found in findings] == [("no-pango", "warning")]
    assert list((folder / "assets").glob("*-social.jpg")) == []
