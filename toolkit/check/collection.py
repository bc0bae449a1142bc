"""The check of files and folders of articles."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.check.article import check_article
from toolkit.check.outcome import Outcome
from toolkit.errors import Diagnostic, ToolkitError
from toolkit.sources import load_collection
from toolkit.sources.names import identity

if TYPE_CHECKING:
    from toolkit.article.publication import Publication

__all__ = ["check"]


def check(
    paths: Sequence[str | Path],
    *,
    publication: "Publication | None" = None,
    locales: Iterable[str] = (),
) -> Outcome:
    """Find the hazards of direction and language in files of articles.

    Args:
        paths: Articles, or folders of articles.
        publication: As for :func:`~toolkit.check.article.check_article`.
        locales: As there.

    Returns:
        All findings; what cannot be read is one too, and never stops the others.
    """
    found: list[Diagnostic] = []
    collection = load_collection([Path(path) for path in paths], report=found.append)
    pages = tuple(locales)
    siblings = _siblings(map(Path, paths))
    for article in collection.articles:
        files = siblings.get(_kin(Path(article.file or "")), {})
        try:
            found += check_article(article, publication=publication, locales=pages, files=files)
        except ToolkitError as error:
            found += error.diagnostics
    return Outcome(len(collection.articles), tuple(dict.fromkeys(found)))


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
