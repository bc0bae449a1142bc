import pytest

from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.errors import LocaleError, RenderError
from toolkit.render.batch import Batch
from toolkit.render.renderer import Renderer
from toolkit.render.theme import Theme


@pytest.fixture
def batch(tmp_path):
    articles = [
        prepare(Article(id=name, lang="en", title=name.title(), body="Text."))
        for name in ("one", "two")
    ]

    def make(**changes):
        wanted = {
            "articles": articles,
            "locales": ("en", "fa"),
            "formats": ("html",),
            "out": tmp_path / "out",
            "publication": Publication(),
            "theme": Theme.builtin(),
            "report": lambda _finding: None,
        }
        return Batch(**{**wanted, **changes})

    return make


def _pdf(**settings):
    return {"formats": ("pdf",), "publication": Publication().with_pdf(**settings)}


def test_every_article_in_every_locale_and_a_front_page(batch, tmp_path):
    steps = []
    outcome = batch().run(steps.append)
    assert steps == ["one.en", "two.en", "one.fa", "two.fa"]
    names = [file.name for file in outcome.files]
    assert names == [
        *("one.en.html", "two.en.html", "index.en.html"),
        *("one.fa.html", "two.fa.html", "index.fa.html"),
    ]
    assert outcome.failures == []
    assert list((tmp_path / "out" / "assets").glob("*.woff2"))


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), ZeroDivisionError("x")])
def test_a_failure_is_named_and_stops_no_other(batch, monkeypatch, error):
    stock = Renderer.page

    def page(self, article):
        if article.id == "one":
            raise error
        return stock(self, article)

    monkeypatch.setattr(Renderer, "page", page)
    outcome = batch(locales=("en",)).run()
    assert [file.name for file in outcome.files] == ["two.en.html", "index.en.html"]
    assert len(outcome.failures) == 1
    assert (error.args[-1]) in outcome.failures[0].reason


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"locales": ("zz-none",)}, LocaleError),
        ({"formats": ("docx",)}, RenderError),
        (
            {"formats": ("pdf",), "publication": Publication().with_pdf(profile="fancy")},
            RenderError,
        ),
        (
            {"formats": ("pdf",), "publication": Publication().with_pdf(page_size="A99")},
            RenderError,
        ),
        (
            {"formats": ("pdf",), "publication": Publication().with_pdf(text_layer="ocr")},
            RenderError,
        ),
        (_pdf(columns=3), RenderError),
    ],
)
def test_wrong_wishes_are_refused_before_anything_is_made(batch, tmp_path, changes, error):
    with pytest.raises(error):
        batch(**changes)
    assert not (tmp_path / "out").exists()
