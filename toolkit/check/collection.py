"""The check of files and folders of articles."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.check.article import check_article
from toolkit.check.outcome import Outcome
from toolkit.errors import Diagnostic, ToolkitError

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

    Raises:
        SourceError: There is nothing at one of the paths.
    """
    from toolkit.sources import load_collection

    found: list[Diagnostic] = []
    collection = load_collection([Path(path) for path in paths], report=found.append)
    pages = tuple(locales)
    for article in collection.articles:
        try:
            found += check_article(article, publication=publication, locales=pages)
        except ToolkitError as error:
            found += error.diagnostics
    return Outcome(len(collection.articles), tuple(dict.fromkeys(found)))
