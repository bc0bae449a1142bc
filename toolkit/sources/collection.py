"""Articles from files and folders; a bad one is named and stops no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.article import Article
from toolkit.errors import Diagnostic, Report, SourceError, ToolkitError, log_report
from toolkit.sources.files import article_files
from toolkit.sources.group import group_of, read_file, read_group
from toolkit.sources.memory import Memory
from toolkit.sources.relations import named, taken, unknown

__all__ = ["Collection", "load", "load_collection"]


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles that were loaded together.

    Args:
        articles: The good ones, in the order of their files' paths.
        failures: Why the others are not here.
    """

    articles: tuple[Article, ...]
    failures: tuple[Diagnostic, ...] = field(default=())

    def get(self, name: str) -> Article | None:
        """Return the article of an id, or ``None``."""
        return next((article for article in self.articles if article.id == name), None)


def load(path: Path | str, *, report: Report = log_report) -> Article:
    """Return the article in one file, ready to be rendered.

    Args:
        path: A Markdown, JSON or HTML file.  Only this file is read: ``report.fa.md`` without the
            other languages of ``report``; :func:`load_collection` puts them together.
        report: Receives warnings, such as what was left out of the body.

    Returns:
        The article.

    Raises:
        SourceError: The file cannot be read.
        ArticleError: What it says breaks the contract; every wrong field is named.
    """
    return read_file(Path(path), report)


def load_collection(
    paths: Iterable[Path | str],
    *,
    skip: Iterable[Path] = (),
    report: Report = log_report,
    memory: Memory | None = None,
) -> Collection:
    """Return the articles in files and folders, ready to be rendered.

    Files of one folder whose names differ in the language alone are one article:
    ``report.en.md`` and ``report.fa.md``.  The alphabetically first is its main language.

    Args:
        paths: Files, and folders that are searched for files of the known kinds.
        skip: Folders whose files are no articles, such as the one that takes the results.
        report: Receives warnings, and the failures too.
        memory: What files said before, for who loads the same ones again and again.

    Returns:
        The articles, and why some are not there.
    """
    memory = memory or Memory()
    failures: list[Diagnostic] = []
    articles: dict[str, Article] = {}

    def fail(*found: Diagnostic) -> None:
        failures.extend(found)
        for one in found:
            report(one)

    for group in _groups(paths, tuple(skip), lambda error: fail(*error.diagnostics)):
        try:
            article, told = read_group(group, report, memory)
            fail(*told)
            if other := articles.get(article.id.casefold()):
                raise taken(article.id, article.file, other.file)
            articles[article.id.casefold()] = article
        except ToolkitError as error:
            fail(*error.diagnostics)
    _check_related(tuple(articles.values()), report)
    return Collection(tuple(articles.values()), tuple(failures))


def _groups(
    paths: Iterable[Path | str], skip: Sequence[Path], fail: Callable[[SourceError], None]
) -> Iterator[list[Path]]:
    """Yield the files of each article, the files named first to last as they were given."""
    groups: dict[tuple[Path, str], dict[Path, None]] = {}
    for path in map(Path, paths):
        for file in sorted(article_files(path, skip=skip, fail=fail)):
            groups.setdefault(group_of(file), {})[file] = None
    for group in groups.values():
        yield sorted(group)


def _check_related(articles: Sequence[Article], report: Report) -> None:
    if len(articles) < 2:
        return  # one article alone: the others are somewhere else
    ids = {article.id for article in articles}
    for article in articles:
        for field_name, name in named(article):
            if name not in ids:
                report(unknown(article.file, field_name, name))
