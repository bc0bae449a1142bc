"""The toolkit's own steps and their peers, as tasks without arguments."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from lxml import html as lxml_html

from toolkit.article import Article, Publication
from toolkit.direction.layout import nest
from toolkit.render import Renderer
from toolkit.render.page import article_page
from toolkit.render.pdf.engine import Fonts, _merged, load_weasyprint, set_pages
from toolkit.render.pdf.facts import Facts
from toolkit.render.pdf.fetcher import ClosedFetcher
from toolkit.render.pdf.paper import Paper
from toolkit.render.pdf.profiles import Profile
from toolkit.render.pdf.text_layer import TextLayer
from toolkit.render.renderer import _PRINT_BOXES
from toolkit.render.theme import Theme

__all__ = ["STOCK", "Peers"]

STOCK = "bare WeasyPrint, pdf/ua-1, same HTML"


def _ignore(_finding: object) -> None:
    """Drop a finding."""


class Peers:
    """One article in one locale."""

    def __init__(
        self,
        article: Article,
        locale: str,
        publication: Publication,
        articles: Sequence[Article],
    ) -> None:
        self._article = article
        self._renderer = Renderer(
            locale, publication=publication, articles=articles, report=_ignore
        )

    def pdf(self) -> dict[str, Callable[[], object]]:
        """Return the PDF as a whole, with each of its parts left out, and bare WeasyPrint.

        All have fonts and style sheets ready.
        """
        renderer, article = self._renderer, self._article
        context = renderer._context("print")
        view = article_page(context, article, renderer.archive)
        tree = renderer._filling.tree("print/article.html", view, context)
        nested = deepcopy(tree)
        nest(nested, box_of=_PRINT_BOXES)
        stock, ordered = map(_html, (tree, nested))
        sheets = (Theme.builtin().stylesheet("print.css"), Paper.named("A4").css)

        def set_as(html: str, profile: str, text: TextLayer) -> Callable[[], bytes]:
            return lambda: set_pages(
                html,
                locale=renderer.locale,
                stylesheets=sheets,
                pictures=context.pictures,
                profile=Profile.named(profile),
                facts=Facts(),
                text=text,
                report=_ignore,
            )

        return {
            STOCK: lambda: _bare(stock, sheets, context.pictures),
            "the same HTML, untagged": set_as(stock, "draft", "stock"),
            "… in UAX#9 order": set_as(ordered, "draft", "stock"),
            "… with tags": set_as(ordered, "accessible", "stock"),
            "… with searchable text": set_as(ordered, "draft", "searchable"),
            "… with both": set_as(ordered, "accessible", "searchable"),
            "the nested-span pass alone": lambda: nest(deepcopy(tree)),
            "Renderer.pdf, from article to bytes": lambda: renderer.pdf(article),
        }

    def html(self) -> dict[str, Callable[[], object]]:
        """Return the web page as a whole, and its template alone."""
        renderer, article = self._renderer, self._article
        context = renderer._context("web")
        view = article_page(context, article, renderer.archive)
        names = renderer._filling.names(view, context)
        return {
            "Jinja2 alone": lambda: Theme.builtin().render("article.html", names),
            "Renderer.html, from article to page": lambda: renderer.html(article),
            "Renderer.text": lambda: renderer.text(article),
        }


def _bare(html: str, sheets: Sequence[str], pictures: Mapping[str, Any]) -> object:
    """Set HTML as it is by WeasyPrint alone."""
    fetcher = ClosedFetcher(pictures, report=_ignore)
    fonts = _fonts()
    ready = [fonts.bundled, *(fonts.sheet(sheet, fetcher) for sheet in sheets)]
    return (
        load_weasyprint()
        .HTML(string=html, url_fetcher=fetcher, base_url="toolkit:")
        .write_pdf(
            stylesheets=[sheet.css for sheet in ready],
            font_config=fonts.config,
            counter_style=_merged(sheet.counters for sheet in ready),
            pdf_variant="pdf/ua-1",
        )
    )


@cache
def _fonts() -> Fonts:
    return Fonts(ClosedFetcher({}, report=_ignore))


def _html(tree: lxml_html.HtmlElement) -> str:
    return str(lxml_html.tostring(tree, encoding="unicode", doctype="<!doctype html>"))
