"""The theme that docs/themes.md shows: run as written, looked at in Chromium, read in the PDF."""

import io
import re

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from page import is_pdf_compliant_bytes

from tests.documentation import ROOT, run_examples
from toolkit.article import Article
from toolkit.errors import ThemeError
from toolkit.render import Renderer, Theme
from toolkit.resources import FONTS

PAGE = ROOT / "docs/themes.md"
TEXT = {"en": "Serif", "fa": "Naskh"}


@pytest.fixture(scope="module")
def evening(tmp_path_factory):
    """The folder of the documented publication, its pages made."""
    folder = tmp_path_factory.mktemp("evening")
    for done in run_examples(PAGE, folder):
        assert done.returncode == 0, done.stderr
        assert "error: " not in done.stderr
    return folder


def test_links_of_the_page_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", PAGE.read_text("utf-8"))
    assert [target for target in targets if not (PAGE.parent / target).exists()] == []


def test_a_part_takes_the_place_of_the_built_in_one(evening):
    for locale, tagline in (("fa", "آنچه از روز می‌ماند"), ("en", "What the day has left")):
        page = (evening / "out" / f"lamp.{locale}.html").read_text("utf-8")
        assert f"<p>{tagline}</p>" in page[page.index('class="colophon') :]


@pytest.mark.browser
@pytest.mark.parametrize("locale", ["fa", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_and_fonts_are_the_themes(evening, browser, locale, scheme):
    page = browser.new_page(color_scheme=scheme)
    page.goto(f"file://{evening}/out/lamp.{locale}.html")
    accent = page.evaluate(
        "getComputedStyle(document.querySelector('.masthead'), '::after').borderBlockStartColor"
    )
    assert accent == {"light": "rgb(11, 90, 79)", "dark": "rgb(127, 202, 187)"}[scheme]
    families = {
        name: page.evaluate(
            "(name) => getComputedStyle(document.querySelector(name)).fontFamily", name
        )
        for name in ("h1", ".publication", ".skip-link")
    }
    assert families["h1"].startswith('"Toolkit Naskh"')  # the article is Persian on both pages
    assert families[".publication"].startswith(f'"Toolkit {TEXT[locale]}"')
    assert families[".skip-link"].startswith('"Toolkit Sans')
    assert Axe().run(page).violations_count == 0
    page.close()


def test_the_pdf_has_them_too(evening):
    data = (evening / "out" / "lamp.fa.pdf").read_bytes()
    assert is_pdf_compliant_bytes(data, profile="ua1")


@pytest.fixture
def fonted(tmp_path):
    """A theme with a font of its own."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "own.ttf").write_bytes((FONTS / "pdf" / "verse-400.ttf").read_bytes())
    (tmp_path / "theme.css").write_text(
        '@font-face { font-family: "Own"; src: url(fonts/own.ttf) }'
        ':root { --text-arabic: "Own"; --text-latin: "Own"; }'
    )
    return Theme(tmp_path)


ARTICLE = Article(id="a", lang="fa", title="آب", body="متن تازه.")


def test_a_font_of_the_theme_is_written_beside_the_page(fonted):
    page = Renderer("fa", theme=fonted).page(ARTICLE)
    (name,) = page.pictures
    assert f'url("assets/{name}")' in page.html
    assert page.pictures[name].read()[:4] == b"\0\1\0\0"


def test_a_font_of_the_theme_sets_its_pdfs_and_no_others(fonted):
    def families(theme):
        pdf = pikepdf.open(io.BytesIO(Renderer("fa", theme=theme).pdf(ARTICLE)))
        return " ".join(str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values())

    assert "Own" in families(fonted)
    assert "Own" not in families(None)
    assert "Own" in families(fonted)


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("a { background: url(../secret.png) }", "“../secret.png” is no file of the theme's"),
        ("a { background: url('lost.png') }", "“lost.png” is no file of the theme's folder"),
        ("a { background: url(https://example.org/a.png) }", "is no file of the theme's folder"),
        (
            'a {}\n@import "https://example.org/a.css";',
            'theme.css:2: “@import "https://example.org',
        ),
        (
            "@import url(//example.org/a.css);",
            "theme.css:1: “@import url(//example.org/a.css)” reads",
        ),
        ("@IMPORT 'more.css';", "theme.css:1: “@IMPORT 'more.css'” reads another style sheet"),
        ("@font-face { src: url(bad.ttf) }", "“bad.ttf” is damaged, or no font. Put the font"),
        (b"\xff", "cannot be read as UTF-8"),
    ],
)
def test_a_broken_theme_is_named(tmp_path, css, said):
    (tmp_path / "secret.png").write_bytes(b"x")
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "bad.ttf").write_bytes(b"\x7f damaged")
    (tmp_path / "theme" / "theme.css").write_bytes(css if isinstance(css, bytes) else css.encode())
    with pytest.raises(ThemeError, match=re.escape(said)) as raised:
        Renderer("fa", theme=tmp_path / "theme").html(ARTICLE)
    assert str(raised.value).startswith(str(tmp_path / "theme" / "theme.css"))
    assert "Mend the theme's file" not in str(raised.value)


def test_an_import_that_is_said_and_not_meant_is_kept(tmp_path):
    css = '/* @import "a"; */ a::before { content: "@import" }'
    (tmp_path / "theme.css").write_text(css)
    assert '"@import"' in Theme(tmp_path).own_stylesheet("")


def test_the_bundled_fonts_would_be_taken(tmp_path):
    fonts = [path for path in FONTS.rglob("*") if path.suffix in {".ttf", ".otf", ".woff2"}]
    assert {path.suffix for path in fonts} >= {".ttf", ".woff2"}
    for path in fonts:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    rules = "".join(f"@font-face {{ src: url({path.name}) }}" for path in fonts)
    (tmp_path / "theme.css").write_text(rules)
    assert len(Theme(tmp_path).assets) == len({path.read_bytes() for path in fonts})
