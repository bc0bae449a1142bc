"""Many pages into one folder: every article, locale and format, one failure stopping no other."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.article import Article, Publication
from toolkit.errors import Diagnostic, RenderError, Report, ToolkitError
from toolkit.language import Locale
from toolkit.render.output import write_whole
from toolkit.render.pdf.engine import check_profile
from toolkit.render.pdf.paper import Paper
from toolkit.render.pictures import PictureFile
from toolkit.render.renderer import Page, Renderer
from toolkit.render.theme import Theme

__all__ = ["FORMATS", "Batch", "Outcome"]

FORMATS = ("html", "pdf", "text")
_log = logging.getLogger("toolkit")
_SUFFIX = {"html": "html", "pdf": "pdf", "text": "txt"}


@dataclass(slots=True)
class Outcome:
    """What a batch has made.

    Args:
        files: The files written, assets left out.
        failures: Why the others were not.
    """

    files: list[Path] = field(default_factory=list)
    failures: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What to render, and where to.

    Args:
        articles: The articles.
        locales: BCP 47 tags of the readers' languages.
        formats: Some of :data:`FORMATS`.
        out: The folder that takes ``<id>.<locale>.<format>`` and ``assets/``.
        publication: What stands around the articles.
        theme: The theme.
        profile: PDF profile, or ``None`` for the publication's.
        page_size: Paper of the PDF, or ``None`` for the publication's.
        report: Receives warnings.

    Raises:
        LocaleError: A locale is not one.
        RenderError: A format, the profile or the page size is unknown.
    """

    articles: Sequence[Article]
    locales: Sequence[str]
    formats: Sequence[str]
    out: Path
    publication: Publication
    theme: Theme
    profile: str | None = None
    page_size: str | None = None
    report: Report

    def __post_init__(self) -> None:
        for locale in self.locales:
            Locale.parse(locale)
        for name in self.formats:
            if name not in FORMATS:
                reason = f"the format “{name}” is unknown"
                remedy = f"Use one of: {', '.join(FORMATS)}"
                raise RenderError(Diagnostic(code="unknown-format", reason=reason, remedy=remedy))
        if "pdf" in self.formats:
            Paper.named(self.page_size or self.publication.pdf.page_size)
            check_profile(self.profile or self.publication.pdf.profile)

    @property
    def size(self) -> int:
        """Number of articles times locales, the steps that ``run`` announces."""
        return len(self.articles) * len(self.locales)

    def run(self, step: Callable[[str], None] = lambda _name: None) -> Outcome:
        """Render everything.

        Args:
            step: Called with the name of each article and locale as it begins.

        Returns:
            What was written and what failed; a failure never raises.
        """
        outcome = Outcome()
        for locale in self.locales:
            renderer = self._renderer(locale)
            if "html" in self.formats:
                self._write_fonts(renderer)
            for article in self.articles:
                step(f"{article.id}.{renderer.locale.tag}")
                self._render(renderer, article, outcome)
            if "html" in self.formats and len(self.articles) > 1:
                self._attempt(outcome, None, self._front(renderer))
        return outcome

    def _renderer(self, locale: str) -> Renderer:
        return Renderer(
            locale,
            publication=self.publication,
            theme=self.theme,
            articles=self.articles,
            report=self.report,
        )

    def _render(self, renderer: Renderer, article: Article, outcome: Outcome) -> None:
        for wanted in self.formats:
            path = self.out / f"{article.id}.{renderer.locale.tag}.{_SUFFIX[wanted]}"
            self._attempt(outcome, article, self._make(renderer, article, wanted, path))

    def _make(
        self, renderer: Renderer, article: Article, wanted: str, path: Path
    ) -> Iterator[Path]:
        if wanted == "html":
            self._write_page(renderer.page(article), path)
        elif wanted == "pdf":
            pdf = renderer.pdf(article, profile=self.profile, page_size=self.page_size)
            write_whole(path, pdf)
        else:
            write_whole(path, renderer.text(article).encode())
        yield path

    def _front(self, renderer: Renderer) -> Iterator[Path]:
        path = self.out / f"index.{renderer.locale.tag}.html"
        self._write_page(renderer.front(), path)
        yield path

    def _attempt(self, outcome: Outcome, article: Article | None, work: Iterator[Path]) -> None:
        try:
            outcome.files.extend(work)
        except ToolkitError as error:
            outcome.failures.extend(
                error.located(file=article.file if article else None).diagnostics
            )
        except OSError as error:
            reason = f"the result cannot be written: {error.strerror or error}"
            remedy = "Check the folder given by --out, its rights and its free space"
            outcome.failures.append(
                Diagnostic(code="write", reason=reason, remedy=remedy, file=str(self.out))
            )

        except Exception as error:  # noqa: BLE001 - one article must not stop the others
            _log.debug("unexpected error", exc_info=error)
            reason = f"the toolkit itself failed: {type(error).__name__}: {error}"
            remedy = "Leave the article out, and report this together with it"
            file = article.file if article else None
            outcome.failures.append(
                Diagnostic(code="internal", reason=reason, remedy=remedy, file=file)
            )

    def _write_page(self, page: Page, path: Path) -> None:
        for name, picture in page.pictures.items():
            self._write_asset(name, picture)
        write_whole(path, page.html.encode())

    def _write_asset(self, name: str, picture: PictureFile) -> None:
        path = self.out / "assets" / name
        if not path.exists():  # its name is a digest of its content
            write_whole(path, picture.read())

    def _write_fonts(self, renderer: Renderer) -> None:
        for face in renderer.fonts():
            path = self.out / "assets" / face.file.name
            data = face.file.read_bytes()
            if not path.exists() or path.stat().st_size != len(data):
                write_whole(path, data)
