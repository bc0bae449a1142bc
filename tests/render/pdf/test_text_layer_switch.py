"""The text layer as it is chosen: in the publication's file, in Python, on the command line."""

import pikepdf
import pytest
from typer.testing import CliRunner

import toolkit
from toolkit.article import Publication
from toolkit.cli import app
from toolkit.errors import RenderError
from toolkit.render import Renderer

ARTICLE = "---\nlang: fa\ntitle: آب\nsummary: ولایت‌های شمالی.\n---\n\nسلام بالا.\n"
FOLDER = 'languages = ["fa"]\n[pdf]\nprofile = "draft"\n'


@pytest.fixture
def article(folder):
    (folder / "water.md").write_text(ARTICLE)
    (folder / "toolkit.toml").write_text(FOLDER)
    return folder / "water.md"


def kind(opened, pdf):
    """Tell which text layer a PDF has: stock fonts show a glyph by its own number."""
    with opened(pdf) as found:
        fonts = [each for each in found.objects if isinstance(each, pikepdf.Dictionary)]
        maps = [font.CIDToGIDMap for font in fonts if "/CIDToGIDMap" in font]
        assert maps
        return "searchable" if any(isinstance(each, pikepdf.Stream) for each in maps) else "stock"


@pytest.mark.parametrize(
    ("in_file", "asked", "wanted"),
    [
        (None, None, "searchable"),
        ("stock", None, "stock"),
        ("stock", "searchable", "searchable"),
        ("searchable", "stock", "stock"),
    ],
)
def test_a_wish_comes_before_the_publications_file(opened, article, in_file, asked, wanted):
    settings = article.with_name("toolkit.toml")
    if in_file:
        settings.write_text(f'{FOLDER}text_layer = "{in_file}"\n')
    renderer = Renderer("fa", publication=Publication.load(settings))
    assert kind(opened, renderer.pdf(toolkit.load(article), text_layer=asked)) == wanted


@pytest.mark.parametrize("wanted", ["searchable", "stock"])
def test_the_command_line_chooses(opened, article, tmp_path, wanted):
    out = tmp_path / "out"
    arguments = ["render", article, "--to", "pdf", "--locale", "fa", "--out", out]
    result = CliRunner().invoke(app, [*map(str, arguments), "--text-layer", wanted])
    assert result.exit_code == 0, result.output
    assert kind(opened, (out / "water.fa.pdf").read_bytes()) == wanted


def test_an_unknown_one_is_refused():
    with pytest.raises(RenderError, match=r"“ocr” is unknown\. Use one of: searchable, stock"):
        toolkit.write_pdf("<p>آب", text_layer="ocr")
