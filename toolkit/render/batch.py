"""Many articles into one folder: each in every locale and format, and front pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from toolkit.article import Article, Publication
from toolkit.errors import Diagnostic, MissingLibraryError, Report
from toolkit.language import Locale
from toolkit.render.archive import Archive
from toolkit.render.formats import SUFFIXES, check_formats
from toolkit.render.outlet import Outcome, Outlet
from toolkit.render.paths import ASSETS, article_path, front_path
from toolkit.render.pdf.engine import load_weasyprint
from toolkit.render.plan import Plan
from toolkit.render.renderer import Page, Renderer
from toolkit.render.single_file import single_file
from toolkit.render.theme import Theme

__all__ = ["Batch", "Outcome"]


@dataclass(frozen=True, kw_only=True)
class Batch:
    """What to render, and where to.

    Args:
        articles: The articles.
        locales: BCP 47 tags of the readers' languages.
        formats: Some of :data:`~toolkit.render.formats.SUFFIXES`.
        out: The folder that takes ``<id>.<locale>.<format>`` and ``assets/``.
        publication: What stands around the articles, and how PDFs are made.
        theme: The theme.
        has_lists: Whether section pages are made too: a whole site.
        is_inline: Whether each web page is one file; not for a site.
        report: Receives warnings.

    Raises:
        LocaleError: A locale is not one.
        RenderError: A format, the profile, the page size, the number of columns or the text layer
            is unknown.
    """

    articles: Sequence[Article]
    locales: Sequence[str]
    formats: Sequence[str]
    out: Path
    publication: Publication
    theme: Theme
    has_lists: bool = False
    is_inline: bool = False
    report: Report

    def __post_init__(self) -> None:
        for locale in self.locales:
            Locale.parse(locale)
        check_formats(self.formats, self.publication, self.report)

    @property
    def size(self) -> int:
        """Number of articles times locales, the steps that ``run`` announces."""
        return len(self.articles) * len(self.locales)

    @cached_property
    def archive(self) -> Archive:
        """The articles, sorted once for all locales."""
        return Archive(self.articles, self.publication)

    @cached_property
    def outlet(self) -> Outlet:
        """The folder, with what was written so far."""
        return Outlet(self.out)

    @cached_property
    def plan(self) -> Plan:
        """What the pages can link to."""
        return Plan.of(
            self.publication,
            self.locales,
            has_pdf="pdf" in self.formats,
            has_lists=self.has_lists,
            has_social=self.has_lists and self._can_draw(),
        )

    def _can_draw(self) -> bool:
        try:
            load_weasyprint()
        except MissingLibraryError as error:
            self.report(replace(error.diagnostic, severity="warning"))
            return False
        return True

    def run(self, step: Callable[[str], None] = lambda _name: None) -> Outcome:
        """Render everything.

        Args:
            step: Called with the name of each article and locale as it begins.

        Returns:
            What was written and what failed.

        Raises:
            CatalogueError: A label catalogue is damaged.
            PublicationError: The publication's folder of labels is missing.
            RenderError: Nothing can be written into the folder.
        """
        renderers = self.renderers  # before anything is written
        self.outlet.open(has_fonts="html" in self.formats and not self.is_inline)
        for renderer in renderers:
            for article in self.articles:
                step(f"{article.id}.{renderer.locale.tag}")
                for wanted in self.formats:
                    self._write(renderer, article, wanted)
            if "html" in self.formats and (len(self.articles) > 1 or self.has_lists):
                self.write_page(front_path(renderer.locale), renderer.front)
        return self.outlet.outcome

    @cached_property
    def renderers(self) -> tuple[Renderer, ...]:
        """One renderer for each locale."""
        return tuple(
            Renderer(
                locale,
                publication=self.publication,
                theme=self.theme,
                articles=self.archive,
                plan=self.plan,
                report=self.report,
            )
            for locale in self.plan.locales
        )

    def write_page(self, path: str, make: Callable[[], Page], source: str | None = None) -> None:
        """Write a web page and its pictures.

        Args:
            path: Where it stands in the folder.
            make: Renders it.
            source: The file that it is made from.
        """
        self.outlet.write(path, lambda: self._page(path, make()), source=source)

    def _page(self, path: str, page: Page) -> bytes:
        if self.is_inline:
            return self._single(path, page)
        self.outlet.add_pictures(page.pictures)
        return page.html.encode()

    def _single(self, path: str, page: Page) -> bytes:
        """Return a page as one file, and say how large it is."""
        data = single_file(page.html, page.pictures, ASSETS).encode()
        reason = f"the page is one file of {len(data) / 1000:.0f} kB"
        file = str(self.out / path)
        self.report(Diagnostic(code="page-size", severity="note", file=file, reason=reason))
        return data

    def _write(self, renderer: Renderer, article: Article, wanted: str) -> None:
        path = article_path(article.id, renderer.locale, SUFFIXES[wanted])
        if wanted == "html":
            self.write_page(path, partial(renderer.page, article), article.file)
        else:
            make = partial(self._document, renderer, article, wanted)
            self.outlet.write(path, make, source=article.file)

    def _document(self, renderer: Renderer, article: Article, wanted: str) -> bytes:
        if wanted == "pdf":
            return renderer.pdf(article)
        return renderer.text(article).encode()
