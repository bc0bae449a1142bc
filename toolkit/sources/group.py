"""The files of one article: its languages, each in a file of its own."""

from collections.abc import Sequence
from pathlib import Path

from toolkit.article import Article
from toolkit.article.prepare import parse
from toolkit.errors import ArticleError, Diagnostic, Report, ToolkitError
from toolkit.sources.memory import Memory
from toolkit.sources.names import identity
from toolkit.sources.registry import read
from toolkit.sources.siblings import merge

__all__ = ["group_of", "read_file", "read_group"]


def group_of(file: Path) -> tuple[Path, str]:
    """Return what the files of one article have in common: their folder, and a name.

    Args:
        file: One of them, such as ``report.fa.md``.
    """
    return file.parent, identity(file)[0]


def read_group(
    files: Sequence[Path], report: Report, memory: Memory | None = None
) -> tuple[Article, tuple[Diagnostic, ...]]:
    """Return the article in some files, in the languages of the good ones.

    Args:
        files: The files; the language of the first good one is the article's own.
        report: Receives warnings.
        memory: What files said before, if anything remembers it.

    Returns:
        The article, and why the other files are not in it.

    Raises:
        ToolkitError: No file is good, or two of them disagree.
    """
    memory = memory or Memory()
    found: list[tuple[Path, Article]] = []
    told: list[Diagnostic] = []
    errors: list[ToolkitError] = []
    for path in files:
        try:
            found.append((path, memory.recall(path, report, read_file)))
        except ToolkitError as error:
            errors.append(error)
            told.extend(error.diagnostics)
    if not found:
        raise type(errors[0])(*told)
    try:
        return merge(found), tuple(told)
    except ToolkitError as error:
        raise type(error)(*told, *error.diagnostics) from error


def read_file(path: Path, report: Report) -> Article:
    """Return the article in one file.

    Args:
        path: The file.
        report: Receives warnings.

    Raises:
        SourceError: The file cannot be read.
        ArticleError: What it says breaks the contract.
    """
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
