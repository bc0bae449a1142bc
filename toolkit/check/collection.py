"""The check of articles, folders of articles and PDFs."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from toolkit.check.article import check_article
from toolkit.check.loss import with_losses
from toolkit.check.outcome import Outcome
from toolkit.errors import Diagnostic, ToolkitError
from toolkit.sources import load_collection
from toolkit.sources.names import identity

if TYPE_CHECKING:
    from toolkit.article.publication import Publication
    from toolkit.check.pdf import PdfReport

__all__ = ["check"]

_PDF: Final = ".pdf"


def check(
    paths: Sequence[str | Path],
    *,
    publication: "Publication | None" = None,
    locales: Iterable[str] = (),
    source: Path | None = None,
) -> Outcome:
    """Find the hazards of direction and language in articles, and what is wrong with PDFs.

    Args:
        paths: Articles, folders of articles, PDF files.
        publication: As for :func:`~toolkit.check.article.check_article`.
        locales: As there.
        source: The article that the PDFs were made of; by default the one attached to each.

    Returns:
        All findings; what cannot be read is one too, and never stops the others.
    """
    found: list[Diagnostic] = []
    documents = [Path(path) for path in paths if Path(path).suffix.lower() == _PDF]
    articles = [Path(path) for path in paths if Path(path).suffix.lower() != _PDF]
    skip = publication.own_folders if publication else ()
    collection = load_collection(articles, skip=skip, report=found.append)
    found = list(with_losses(found))
    pages = tuple(locales)
    siblings = _siblings(articles)
    for article in collection.articles:
        files = siblings.get(_kin(Path(article.file or "")), {})
        try:
            found += check_article(article, publication=publication, locales=pages, files=files)
        except ToolkitError as error:
            found += error.diagnostics
    reports = _check_pdfs(documents, source) if documents else ()
    found += (diagnostic for report in reports for diagnostic in report.diagnostics)
    return Outcome(len(collection.articles), tuple(dict.fromkeys(found)), reports)


def _check_pdfs(paths: Sequence[Path], source: Path | None) -> "tuple[PdfReport, ...]":
    from toolkit.check.pdf import check_pdfs

    return check_pdfs(paths, source=source)


def _siblings(paths: Iterable[Path]) -> dict[tuple[Path, str], dict[str, str]]:
    """Return the files that tell their language by name, those of one article together."""
    found: dict[tuple[Path, str], dict[str, str]] = {}
    for path in paths:
        for file in path.rglob("*.*") if path.is_dir() else [path]:
            lang = identity(file)[1]
            if lang:
                found.setdefault(_kin(file), {})[lang] = str(file)
    return found


def _kin(file: Path) -> tuple[Path, str]:
    return file.parent, identity(file)[0]
