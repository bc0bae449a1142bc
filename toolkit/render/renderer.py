"""The renderer: one locale, one publication, one theme; any number of articles."""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.article.publication import Contents
from toolkit.direction.boxes import Box, by_class
from toolkit.errors import CatalogueError, Diagnostic, Report, log_report
from toolkit.language import Labels, Locale
from toolkit.render.archive import Archive
from toolkit.render.card import card
from toolkit.render.contents import with_contents
from toolkit.render.context import Medium, PageContext, Shared
from toolkit.render.decoration import DECORATION
from toolkit.render.filling import Filling
from toolkit.render.head import with_picture
from toolkit.render.keeping import Kept
from toolkit.render.lists import front_page, list_page
from toolkit.render.markup import written
from toolkit.render.not_found import not_found_page
from toolkit.render.page import article_page, masthead
from toolkit.render.paths import ASSETS
from toolkit.render.pdf.colour import read_output_profile
from toolkit.render.pdf.embedded import PICTURE_SCHEME
from toolkit.render.pdf.facts import Facts
from toolkit.render.pdf.paper import Paper
from toolkit.render.pictures import Asset, Pictures
from toolkit.render.plan import Plan, readable_in
from toolkit.render.printed import prepare_for_print
from toolkit.render.sections import Section
from toolkit.render.single_file import single_file
from toolkit.render.social import SocialPicture
from toolkit.render.source import source_of, titles
from toolkit.render.text import plain_text, terminal_text
from toolkit.render.theme import Theme
from toolkit.render.views import ArticleView, PageView, PublicationView
from toolkit.render.wording import labels_of

if TYPE_CHECKING:
    from toolkit.render.annotated import StateOf

__all__ = ["Entry", "Page", "Renderer"]

_MOST_KEPT = 512
"""Cards and the like that many pages share."""
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
    """A web page, and the pictures and the theme's fonts that it refers to.

    Args:
        html: The whole document.
        pictures: They by the name that follows ``assets`` in their addresses.
    """

    html: str
    pictures: Mapping[str, Asset]


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed.

    Args:
        view: The article as its reader gets it.
        html: Its text, one ``div`` with ``lang`` and ``dir``.
    """

    view: ArticleView
    html: str


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
        plan: What else is made, so that pages link to it; pages in all languages if left out.
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
        theme: Theme | Path | str | None = None,
        labels: Labels | Path | str | None = None,
        articles: Iterable[Article] | Archive = (),
        plan: Plan | None = None,
        assets: str = ASSETS,
        report: Report = log_report,
    ) -> None:
        self.locale = Locale.parse(locale)
        self.publication = publication or Publication()
        self.labels = _labels(labels, self.locale, self.publication, report)
        self.archive = (
            articles if isinstance(articles, Archive) else Archive(articles, self.publication)
        )
        self.plan = plan or Plan.of(self.publication)
        self._theme = Theme.of(theme)
        self._filling = Filling(self._theme, self.labels, self.publication, report)
        self._assets = assets
        self._kept: Kept[Shared[Any]] = Kept(_MOST_KEPT)
        self._report = report

    def among(self, articles: Archive) -> Self:
        """Return this renderer for pages that list other articles; it shares all else.

        Args:
            articles: The articles that "Latest news" and the related ones are taken from.
        """
        other = copy(self)
        other.archive = articles
        return other

    def html(self, article: Article, *, inline: bool = False) -> str:
        """Return an article's web page.

        Args:
            article: The article.
            inline: Whether pictures and fonts are in the page, so that it is one file.

        Returns:
            A whole HTML document, its style sheet inside; pictures and fonts are at ``assets``.

        Raises:
            ArticleError: The article breaks the contract, or a picture is damaged.
            OSError: A picture cannot be read; only where it is to be in the page.
            ThemeError: A template is broken.
        """
        page = self.page(article)
        return self.single_file(page) if inline else page.html

    def single_file(self, page: Page) -> str:
        """Return one of the renderer's pages with its pictures and fonts inside.

        Args:
            page: An article's page or a front page, not of a site.

        Raises:
            ArticleError: A picture is damaged.
            OSError: A picture cannot be read.
        """
        return single_file(page.html, page.pictures, self._assets)

    def page(self, article: Article) -> Page:
        """Return an article's web page together with its pictures.

        Args:
            article: The article.

        Raises:
            ArticleError: The article breaks the contract.
            ThemeError: A template is broken.
        """
        return self._page(self._prepared(article), self._context("web"), self._filling)

    def annotated(self, article: Article, state: "StateOf") -> Page:
        """Return an article's web page that tells which label and paragraph is where.

        Without what :mod:`toolkit.render.annotated` adds it is :meth:`page`, byte by byte.

        Args:
            article: The article.
            state: Gives the state of a label's translation by its id.

        Raises:
            ArticleError: The article breaks the contract.
            ThemeError: A template is broken.
        """
        from toolkit.render.annotated import Annotation, numbered
        from toolkit.render.label_marks import MarkedLabels

        labels = MarkedLabels(self.labels)
        annotation = Annotation(labels, state)
        filling = Filling(self._theme, labels, self.publication, self._report, mark=annotation.mark)
        context = replace(self._context("web"), labels=labels, kept=Kept(_MOST_KEPT))
        page = self._page(numbered(self._prepared(article)), context, filling)
        return replace(page, html=annotation.finish(page.html))

    def _page(self, article: Article, context: PageContext, filling: Filling) -> Page:
        view = article_page(context, article, self.archive)
        if self.plan.has_social and self.locale in readable_in(article, self.plan.locales):
            social = self._social(article)
            view = replace(view, head=with_picture(context, view.head, social))
        return Page(filling.html("article.html", view, context, article), context.pictures)

    def _social(self, article: Article) -> SocialPicture:
        context = self._context("print")
        lead = card(context, article, place="front")
        view = PageView(locale=self.locale, publication=masthead(context), lead=lead)
        return SocialPicture(
            tree=self._filling.tree("social.html", view, context, article),
            stylesheet=self._theme.stylesheet("social.css")
            + self._theme.own_stylesheet(PICTURE_SCHEME),
            locale=self.locale,
            pictures={**context.pictures, **self._theme.assets},
            title=lead.title,
            report=self._report,
        )

    def front(self) -> Page:
        """Return the front page of the renderer's articles.

        Raises:
            ThemeError: A template is broken.
        """
        context = self._context("web")
        view = front_page(context, self.archive)
        return Page(self._filling.html("front.html", view, context), context.pictures)

    def list(self, section: Section | None, number: int) -> Page:
        """Return one page of a section's list.

        Args:
            section: One of the archive's, or ``None`` for the list of all articles.
            number: Number of the page, from 1.

        Raises:
            ThemeError: A template is broken.
        """
        context = self._context("web", root="../")
        view = list_page(context, self.archive, section, number)
        return Page(self._filling.html("list.html", view, context), context.pictures)

    def masthead(self) -> PublicationView:
        """Return the publication's name and the like in this locale's language."""
        return masthead(self._context("web"))

    def not_found(self) -> Page:
        """Return the page that is shown where an address leads nowhere, in every language.

        Such an address may have any depth, so its links begin at the site's root.

        Raises:
            ThemeError: A template is broken.
        """
        root = urlsplit(self.plan.base).path if self.plan.base else ""
        context = self._context("web", root=root)
        view = not_found_page(context, self.archive)
        return Page(self._filling.html("404.html", view, context), context.pictures)

    def entry(self, article: Article) -> Entry:
        """Return an article as a feed holds it, its addresses absolute.

        Args:
            article: The article.

        Raises:
            ArticleError: The article breaks the contract.
            ThemeError: A template is broken.
        """
        context = self._context("web", root=self.plan.base or "")
        view = article_page(context, self._prepared(article), None)
        tree = self._filling.tree("feed/article.html", view, context, article)
        content = tree.find("body/div")
        assert view.article is not None  # noqa: S101 - it is an article's page
        assert content is not None  # noqa: S101 - the theme's template has it
        return Entry(view.article, written(content))

    def pdf(
        self,
        article: Article,
        *,
        profile: str | None = None,
        page_size: str | None = None,
        columns: int | None = None,
        contents: Contents | None = None,
        link_addresses: bool | None = None,
        attach: bool | None = None,
        output_profile: Path | None = None,
        text_layer: str | None = None,
    ) -> bytes:
        """Return an article as a PDF.

        Args:
            article: The article.
            profile: ``accessible`` (PDF/UA-1), ``archive`` (PDF/A-3a and PDF/UA-1), ``ua2``
                (PDF/UA-2), ``press`` (PDF/X-4) or ``draft``; the publication's if left out.
            page_size: ``A4``, ``Letter`` or another size of CSS Paged Media; likewise.
            columns: 1 or 2; one where two would be too narrow; likewise.
            contents: Whether its headings are listed with their pages, or ``auto``: where it is
                long; likewise.
            link_addresses: Whether the text says where its links lead; likewise.
            attach: Whether the PDF holds its source, the article as JSON; likewise.
            output_profile: ICC profile of the printing condition, for ``press``; likewise.
            text_layer: ``searchable`` or ``stock``, as for
                :func:`~toolkit.render.pdf.document.write_pdf`; likewise.

        Raises:
            ArticleError: The article breaks the contract.
            RenderError: The profile, the page size, the columns or the text layer is unknown, or
                the article lacks what the profile asks for.
            ThemeError: A template is broken.
            MissingLibraryError: Pango is not installed.
        """
        from toolkit.render.pdf.document import set_tree

        settings = self.publication.pdf.changed(
            profile=profile,
            page_size=page_size,
            columns=columns,
            contents=contents,
            link_addresses=link_addresses,
            attach_source=attach,
            text_layer=text_layer,
        )
        paper = Paper.named(settings.page_size).parted(settings.columns, self._report)
        context = self._context("print")
        prepared = self._prepared(article)
        view = with_contents(article_page(context, prepared, self.archive), settings.contents)
        tree = self._filling.tree("print/article.html", view, context, article)
        prepare_for_print(tree, settings)
        return set_tree(
            tree,
            locale=self.locale,
            stylesheets=(
                self._theme.stylesheet("print.css", *paper.stylesheets),
                paper.css,
                self._theme.own_stylesheet(PICTURE_SCHEME),
            ),
            pictures={**context.pictures, **self._theme.assets},
            profile=settings.profile,
            facts=Facts(
                titles=titles(prepared),
                attachment=source_of(prepared) if settings.attach_source else None,
                output_profile=read_output_profile(
                    output_profile or self.publication.output_profile_file
                ),
            ),
            box_of=_PRINT_BOXES,
            text_layer=settings.text_layer,
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
        context = self._context("web")
        view = article_page(context, self._prepared(article), None)
        return plain_text(self._filling.tree("text/article.html", view, context, article))

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
        context = self._context("web")
        view = article_page(context, self._prepared(article), None)
        tree = self._filling.tree("text/article.html", view, context, article)
        return terminal_text(tree, width=width, report=self._report)

    def _prepared(self, article: Article) -> Article:
        if self._is_normalising:
            from toolkit.normalisation import normalise

            return normalise(article, report=self._report).article
        return prepare(article, report=self._report)

    @property
    def _is_normalising(self) -> bool:
        return self.publication.normalise == "publisher"

    def _context(self, medium: Medium, root: str = "") -> PageContext:
        return PageContext(
            locale=self.locale,
            publication=self.publication,
            labels=self.labels,
            pictures=Pictures(root + self._assets if medium == "web" else PICTURE_SCHEME),
            medium=medium,
            plan=self.plan,
            root=root,
            report=self._report,
            kept=self._kept,
        )


def _labels(
    given: Labels | Path | str | None, locale: Locale, publication: Publication, report: Report
) -> Labels:
    if isinstance(given, Labels):
        if given.locale == locale:
            return given
        reason = f"the labels are for {given.locale}, the page is for {locale}"
        raise CatalogueError(Diagnostic(code="labels-locale", reason=reason))
    folder = None if given is None else Path(given)
    return labels_of(publication, locale, report, folder=folder)
