"""Many pages into one folder: every article, locale and format, one failure stopping no other."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.article import Article, Publication
from toolkit.errors import Diagnostic, RenderError, Report, ToolkitError
from toolkit.language import Locale
from toolkit.render.fonts import faces
from toolkit.render.output import write_whole
from toolkit.render.pdf.engine import check_profile
from toolkit.render.pdf.paper import Paper
from toolkit.render.renderer import Renderer
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
            What was written and what failed.

        Raises:
            CatalogueError: A label catalogue is damaged.
            PublicationError: The publication's folder of labels is missing.
            RenderError: Nothing can be written into the folder.
        """
        renderers = [self._renderer(locale) for locale in self.locales]
        self._open_folder()
        outcome = Outcome()
        for renderer in renderers:
            for article in self.articles:
                step(f"{article.id}.{renderer.locale.tag}")
                for wanted in self.formats:
                    self._attempt(outcome, renderer, article, wanted)
            if "html" in self.formats and len(self.articles) > 1:
                self._attempt(outcome, renderer, None, "html")
        return outcome

    def _open_folder(self) -> None:
        try:
            self.out.mkdir(parents=True, exist_ok=True)
            if "html" in self.formats:
                for face in faces("web"):
                    self._write_asset(face.file.name, face.file.read_bytes())
        except OSError as error:
            reason = f"results cannot be written here: {error.strerror or error}"
            remedy = "Check the folder given by --out, its rights and its free space"
            raise RenderError(
                Diagnostic(code="write", reason=reason, remedy=remedy, file=str(self.out))
            ) from error

    def _renderer(self, locale: str) -> Renderer:
        return Renderer(
            locale,
            publication=self.publication,
            theme=self.theme,
            articles=self.articles,
            report=self.report,
        )

    def _attempt(
        self, outcome: Outcome, renderer: Renderer, article: Article | None, wanted: str
    ) -> None:
        """Make one file, of an article or the front page; note why where that fails."""
        stem = article.id if article else "index"
        path = self.out / f"{stem}.{renderer.locale.tag}.{_SUFFIX[wanted]}"
        file = article.file if article else None
        try:
            write_whole(path, self._content(renderer, article, wanted))
            outcome.files.append(path)
        except ToolkitError as error:
            outcome.failures.extend(error.located(file=file).diagnostics)
        except OSError as error:
            reason = f"{path.name} cannot be written: {error.strerror or error}"
            remedy = "Check the folder given by --out, its rights and its free space"
            outcome.failures.append(
                Diagnostic(code="write", reason=reason, remedy=remedy, file=file or str(path))
            )
        except Exception as error:  # noqa: BLE001 - one article must not stop the others
            _log.debug("unexpected error", exc_info=error)
            reason = f"the toolkit itself failed: {type(error).__name__}: {error}"
            remedy = "Leave the article out, and report this together with it"
            outcome.failures.append(
                Diagnostic(code="internal", reason=reason, remedy=remedy, file=file)
            )

    def _content(self, renderer: Renderer, article: Article | None, wanted: str) -> bytes:
        if article is None or wanted == "html":
            page = renderer.page(article) if article else renderer.front()
            for name, picture in page.pictures.items():
                if not (self.out / "assets" / name).exists():  # its name tells its content
                    self._write_asset(name, picture.read())
            return page.html.encode()
        if wanted == "pdf":
            return renderer.pdf(article, profile=self.profile, page_size=self.page_size)
        return renderer.text(article).encode()

    def _write_asset(self, name: str, data: bytes) -> None:
        path = self.out / "assets" / name
        if not path.exists() or path.read_bytes() != data:
            write_whole(path, data)
