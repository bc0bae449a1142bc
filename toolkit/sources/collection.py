"""Articles from files and folders; a bad one is named and stops no other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.article import Article
from toolkit.article.prepare import parse
from toolkit.errors import ArticleError, Diagnostic, Report, SourceError, ToolkitError, log_report
from toolkit.sources.draft import unreadable
from toolkit.sources.memory import Memory
from toolkit.sources.names import identity
from toolkit.sources.registry import read, readers
from toolkit.sources.siblings import merge

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
    path = Path(path)
    return _article(path, report)


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

    def fail(error: ToolkitError) -> None:
        for found in error.diagnostics:
            failures.append(found)
            report(found)

    for group in _groups(paths, tuple(skip), fail):
        try:
            article = merge(_read_group(group, fail, report, memory))
            _check_unique(article, articles.get(article.id.casefold()))
            articles[article.id.casefold()] = article
        except ToolkitError as error:
            fail(error)
    _check_related(tuple(articles.values()), report)
    return Collection(tuple(articles.values()), tuple(failures))


def _groups(
    paths: Iterable[Path | str], skip: Sequence[Path], fail: Callable[[ToolkitError], None]
) -> Iterator[list[Path]]:
    """Yield the files of each article, the files named first to last as they were given."""
    groups: dict[tuple[Path, str], list[Path]] = {}
    for path in map(Path, paths):
        if not path.exists():
            reason, remedy = "does not exist", "Correct the path"
            fail(unreadable(path, "cannot-read", reason, remedy))
        for file in _files(path, [folder.resolve() for folder in skip]):
            group = groups.setdefault((file.parent, identity(file)[0]), [])
            if file not in group:
                group.append(file)
    for group in groups.values():
        yield sorted(group)


def _files(path: Path, skip: Sequence[Path]) -> Iterator[Path]:
    if not path.is_dir():
        if path.exists():
            yield path
        return
    for file in sorted(path.rglob("*")):
        inner = file.relative_to(path)
        is_hidden = any(part.startswith((".", "_")) for part in inner.parts)
        is_readme = file.stem.split(".")[0].lower() == "readme"
        known = file.suffix.lower() in readers() and not is_hidden and not is_readme
        is_skipped = any(file.resolve().is_relative_to(folder) for folder in skip)
        if known and not is_skipped and file.is_file():
            yield file


def _read_group(
    group: Sequence[Path],
    fail: Callable[[ToolkitError], None],
    report: Report,
    memory: Memory,
) -> list[tuple[Path, Article]]:
    """Return the good files of an article; the others are told, and stop none of them."""
    found: list[tuple[Path, Article]] = []
    errors: list[ToolkitError] = []
    for path in group:
        try:
            found.append((path, memory.recall(path, report, _article)))
        except ToolkitError as error:
            errors.append(error)
    if not found:
        raise type(errors[0])(*(told for error in errors for told in error.diagnostics))
    for failed in errors:
        fail(failed)
    return found


def _article(path: Path, report: Report) -> Article:
    draft = read(path)
    name, lang = identity(path)
    data = {"id": name, **({"lang": lang} if lang else {}), **draft.data}
    article = parse(data, file=str(path), folder=path.parent, lines=draft.lines, report=report)
    if lang and article.lang != lang:
        reason = f"is {article.lang}, but the file's name says {lang}"
        raise ArticleError(
            Diagnostic(
                code="language-conflict",
                reason=reason,
                remedy="Correct one of them",
                file=str(path),
                field="lang",
                line=draft.lines.get("lang"),
            )
        )
    return article


def _check_unique(article: Article, other: Article | None) -> None:
    """Refuse an id that is taken; some file systems see no difference of case."""
    if other is not None:
        reason = f"“{article.id}” is the id of {other.file} too"
        remedy = "Give one another id, or name two languages report.en.md and report.fa.md"
        raise SourceError(
            Diagnostic(
                code="duplicate-id", reason=reason, remedy=remedy, file=article.file, field="id"
            )
        )


def _check_related(articles: Sequence[Article], report: Report) -> None:
    if len(articles) < 2:
        return  # one article alone: the others are somewhere else
    ids = {article.id for article in articles}
    for article in articles:
        named = [("related", name) for name in article.related]
        if article.translation_of:
            named.append(("translation_of", article.translation_of))
        for place, name in named:
            if name not in ids:
                report(_unknown(article, place, name))


def _unknown(article: Article, place: str, name: str) -> Diagnostic:
    return Diagnostic(
        code="unknown-article",
        severity="warning",
        reason=f"no article here has the id “{name}”",
        remedy="Correct the id, or leave it out",
        file=article.file,
        field=place,
    )
