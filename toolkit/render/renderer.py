"""The renderer: one locale, one publication, one theme; any number of articles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path

from lxml import html as lxml_html
from lxml.html import HtmlElement
from markupsafe import Markup

from toolkit import __version__
from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.direction import tokens
from toolkit.direction.boxes import Box, by_class
from toolkit.direction.parts import mark
from toolkit.errors import CatalogueError, Diagnostic, Report, log_report
from toolkit.language import Labels, Locale
from toolkit.normalisation import normalise, normalise_teaser
from toolkit.render.context import Medium, PageContext
from toolkit.render.decoration import DECORATION, make_backgrounds
from toolkit.render.fonts import font_face_css
from toolkit.render.page import article_page, front_page
from toolkit.render.pdf.embedded import PICTURE_SCHEME
from toolkit.render.pdf.paper import Paper
from toolkit.render.pictures import PictureFile, Pictures
from toolkit.render.text import plain_text, terminal_text
from toolkit.render.theme import Theme
from toolkit.render.token_rules import token_rules
from toolkit.render.unbroken import keep_tokens_unbroken
from toolkit.render.views import PageView

__all__ = ["Page", "Renderer"]

_PRINT_BOXES = by_class(
    {
        "caption": Box.BLOCK,
        "credit": Box.BLOCK,
        DECORATION: Box.REPLACED,
        "footnote": Box.ATOMIC,
        "hemistich": Box.BLOCK,
        "page-count": Box.REPLACED,
        "page-number": Box.REPLACED,
        "running-publication": Box.BLOCK,
        "running-section": Box.BLOCK,
    }
)
"""The boxes that ``print.css`` makes otherwise than the tags say."""


@dataclass(frozen=True, slots=True)
class Page:
    """A web page and the pictures it refers to.

    Args:
        html: The whole document.
        pictures: Its pictures by the name that follows ``assets`` in their addresses.
    """

    html: str
    pictures: Mapping[str, PictureFile]


class Renderer:
    """Renders articles for the readers of one locale.

    Reusable, and safe to share among threads.

    Args:
        locale: BCP 47 tag of the readers' language, or its :class:`~toolkit.language.Locale`.
        publication: What stands around the articles; a neutral one if left out.
        theme: A theme, or the folder of one; the built-in one if left out.
        labels: The labels of this locale, or a folder of catalogues such as ``fa.po`` that come
            before the built-in ones; the publication's if left out.
        articles: The articles that "Latest news" and the related ones are taken from.
        assets: Address of the folder with pictures and fonts, as a page refers to it.
        report: Receives what could not be done as asked; by default it is logged.

    Raises:
        CatalogueError: A label catalogue is damaged, or the labels are another locale's.
        LocaleError: The locale is not one.
        PublicationError: The publication's folder of labels is missing.
        ThemeError: The theme's folder does not exist.
    """

    def __init__(
        self,
        locale: str | Locale = "en",
        *,
        publication: Publication | None = None,
        theme: Theme | Path | None = None,
        labels: Labels | Path | None = None,
        articles: Iterable[Article] = (),
        assets: str = "assets/",
        report: Report = log_report,
    ) -> None:
        self.locale = Locale.parse(locale)
        self.publication = publication or Publication()
        self.labels = _labels(labels, self.locale, self.publication)
        if self._is_normalising:
            articles = map(normalise_teaser, articles)
        self.articles = tuple(sorted(articles, key=_newest_first))
        self._theme = Theme.of(theme)
        self._assets = assets
        self._report = report

    def html(self, article: Article) -> str:
        """Return an article's web page.

        Args:
            article: The article.

        Returns:
            A whole HTML document, its style sheet inside; pictures and fonts are at ``assets``.

        Raises:
            ArticleError: The article breaks the contract.
            ThemeError: A template is broken.
        """
        return self.page(article).html

    def page(self, article: Article) -> Page:
        """Return an article's web page together with its pictures.

        Args:
            article: The article.

        Raises:
            ArticleError: The article breaks the contract.
            ThemeError: A template is broken.
        """
        context = self._context("web")
        view = article_page(context, self._prepared(article), self.articles)
        return Page(self._html("article.html", view, article), context.pictures)

    def front(self) -> Page:
        """Return the front page of the renderer's articles.

        Raises:
            ThemeError: A template is broken.
        """
        context = self._context("web")
        return Page(self._html("front.html", front_page(context, self.articles)), context.pictures)

    def pdf(
        self, article: Article, *, profile: str | None = None, page_size: str | None = None
    ) -> bytes:
        """Return an article as a tagged PDF.

        Args:
            article: The article.
            profile: ``accessible`` (PDF/UA-1) or ``draft``; the publication's if left out.
            page_size: ``A4``, ``Letter`` or another size of CSS Paged Media; likewise.

        Raises:
            ArticleError: The article breaks the contract.
            RenderError: The profile or the page size is unknown.
            ThemeError: A template is broken.
            MissingLibraryError: Pango is not installed.
        """
        from toolkit.render.pdf.document import set_tree

        context = self._context("print")
        view = article_page(context, self._prepared(article), self.articles)
        tree = self._tree("print/article.html", view, article)
        keep_tokens_unbroken(tree)
        make_backgrounds(tree)
        return set_tree(
            tree,
            locale=self.locale,
            stylesheets=(
                self._theme.stylesheet("print.css"),
                Paper.named(page_size or self.publication.pdf.page_size).css,
            ),
            pictures=context.pictures,
            profile=profile or self.publication.pdf.profile,
            box_of=_PRINT_BOXES,
            report=self._report,
        )

    def text(self, article: Article) -> str:
        """Return an article as plain text in logical order, with directional isolates.

        Args:
            article: The article.

        Raises:
            ArticleError: The article breaks the contract.
            ThemeError: A template is broken.
        """
        view = article_page(self._context("web"), self._prepared(article), ())
        return plain_text(self._tree("text/article.html", view, article))

    def terminal(self, article: Article, *, width: int = 80) -> str:
        """Return an article as a terminal without bidi shows it: shaped, in visual order.

        Never store it: the text is in the order of the glyphs (:mod:`toolkit.direction.terminal`).

        Args:
            article: The article.
            width: Columns of the terminal.

        Raises:
            ArticleError: The article breaks the contract.
            ThemeError: A template is broken.
        """
        view = article_page(self._context("web"), self._prepared(article), ())
        tree = self._tree("text/article.html", view, article)
        return terminal_text(tree, width=width, report=self._report)

    def _prepared(self, article: Article) -> Article:
        if self._is_normalising:
            return normalise(article, report=self._report).article
        return prepare(article, report=self._report)

    @property
    def _is_normalising(self) -> bool:
        return self.publication.normalise == "publisher"

    def _context(self, medium: Medium) -> PageContext:
        return PageContext(
            locale=self.locale,
            publication=self.publication,
            labels=self.labels,
            pictures=Pictures(self._assets if medium == "web" else PICTURE_SCHEME),
            medium=medium,
            report=self._report,
        )

    def _html(self, template: str, view: PageView, article: Article | None = None) -> str:
        tree = self._tree(template, view, article)
        html: str = lxml_html.tostring(tree, encoding="unicode", doctype="<!doctype html>")
        return html

    def _tree(self, template: str, view: PageView, article: Article | None = None) -> HtmlElement:
        """Return a filled template as a tree, the language of its parts marked."""
        tree = lxml_html.document_fromstring(self._theme.render(template, self._names(view)))
        mark(
            tree,
            declared=self.publication.languages,
            rules=token_rules(article, self._report) if article else tokens.ALL,
            report=self._report,
        )
        return tree

    def _names(self, view: PageView) -> dict[str, object]:
        """Return the names that a template sees."""
        return {
            "page": view,
            "label": self.labels.html,
            "label_text": self.labels.text,
            "label_lang": self.labels.lang,
            "stylesheet": self._stylesheet,
            "generator": f"Article Toolkit {__version__}",
            "page_number": Markup('<span class="page-number"></span>'),
            "page_count": Markup('<span class="page-count"></span>'),
        }

    def _stylesheet(self, name: str) -> Markup:
        return Markup(self._font_faces + self._theme.stylesheet(name))  # noqa: S704 - the theme's

    @cached_property
    def _font_faces(self) -> str:
        return font_face_css("web", lambda face: self._assets + face.file.name)


def _labels(given: Labels | Path | None, locale: Locale, publication: Publication) -> Labels:
    if isinstance(given, Labels):
        if given.locale == locale:
            return given
        reason = f"the labels are for {given.locale}, the page is for {locale}"
        raise CatalogueError(Diagnostic(code="labels-locale", reason=reason))
    folder = given or publication.labels_folder
    return Labels(locale, [folder] if folder else [], drafts=publication.draft_labels)


def _newest_first(article: Article) -> tuple[float, str]:
    published = article.published
    if isinstance(published, dict):
        published = max(published.values(), key=_timestamp, default=None)
    return (-_timestamp(published) if published else 0.0, article.id)


def _timestamp(moment: date) -> float:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
