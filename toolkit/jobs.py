"""What the command ``render`` does: read, render, write, and say so."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.article import Publication
from toolkit.console import Console
from toolkit.errors import Diagnostic, SourceError, ToolkitError
from toolkit.render import Renderer, Theme
from toolkit.render.batch import Batch
from toolkit.render.site import Site
from toolkit.sources import Collection, load_collection

__all__ = ["Job", "print_text", "write_files"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What to render, as the command line has it.

    Args:
        sources: Articles, or folders of articles.
        locales: BCP 47 tags of the readers' languages; the publication's if there are none.
        formats: ``html``, ``pdf``, ``text``.
        out: The folder for the results.
        publication: A ``toolkit.toml``, or ``None``.
        theme: Folder of a theme, or ``None`` for the publication's or the built-in one.
        pdf: Fields of :class:`~toolkit.article.publication.Pdf` in place of the publication's;
            those that are ``None`` stay.
        is_site: Whether a whole site is made.
        is_inline: Whether each web page is one file; not for a site.
        is_json: Whether results and messages are one JSON object on stdout.
    """

    sources: tuple[Path, ...]
    locales: tuple[str, ...]
    formats: tuple[str, ...]
    out: Path
    publication: Path | None = None
    theme: Path | None = None
    pdf: Mapping[str, object] = field(default_factory=dict)
    is_site: bool = False
    is_inline: bool = False
    is_json: bool = False

    def read(self, console: Console) -> tuple[Publication, Theme, Collection]:
        """Return the publication, its theme and the articles.

        Raises:
            ToolkitError: The settings or the theme are broken, or no article was found.
        """
        publication = Publication.load(self.publication) if self.publication else Publication()
        publication = publication.with_pdf(**self.pdf)
        theme = Theme.of(self.theme or publication.theme_folder)
        skip = [self.out, *publication.own_folders]
        collection = load_collection(self.sources, skip=skip, report=console.report)
        if not collection.articles and not collection.failures:
            named = ", ".join(map(str, self.sources))
            reason, remedy = f"no article is in {named}", "Name a Markdown, JSON or HTML file"
            raise SourceError(Diagnostic(code="no-article", reason=reason, remedy=remedy))
        return publication, theme, collection


def write_files(job: Job) -> int:
    """Render a job's articles into its folder and say what was written.

    Returns:
        Exit status: 0 done, 1 some articles failed, 2 wrong use.
    """
    console = Console(job.is_json)
    return _status(console, lambda: _write(job, console))


def print_text(job: Job) -> int:
    """Print a job's articles as a terminal without bidi shows them; nothing is stored.

    Returns:
        Exit status, as for :func:`write_files`.
    """
    console = Console()
    return _status(console, lambda: _print(job, console))


def _status(console: Console, work: Callable[[], bool]) -> int:
    try:
        return 0 if work() else 1
    except ToolkitError as error:
        for found in error.diagnostics:
            console.report(found)
        console.finish(())
        return 2


def _write(job: Job, console: Console) -> bool:
    publication, theme, collection = job.read(console)
    batch = Batch(
        articles=collection.articles,
        locales=job.locales or publication.languages,
        formats=job.formats,
        out=job.out,
        publication=publication,
        theme=theme,
        has_lists=job.is_site,
        is_inline=job.is_inline,
        report=console.report,
    )
    made = Site(batch, is_whole=not collection.failures) if job.is_site else batch
    with console.progress(made.size) as step:
        outcome = made.run(step)
    for failure in outcome.failures:
        console.report(failure)
    console.finish(outcome.files)
    return not (collection.failures or outcome.failures)


def _print(job: Job, console: Console) -> bool:
    publication, theme, collection = job.read(console)
    width = min(shutil.get_terminal_size().columns, 80)
    failed = bool(collection.failures)
    for locale in job.locales:
        renderer = Renderer(locale, publication=publication, theme=theme, report=console.report)
        for article in collection.articles:
            try:
                print(renderer.terminal(article, width=width))
            except ToolkitError as error:
                failed = True
                console.report(error.located(file=article.file).diagnostic)
    return not failed
