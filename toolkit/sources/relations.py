"""What articles say of each other by their ids."""

from collections.abc import Iterator

from toolkit.article import Article
from toolkit.errors import Diagnostic, SourceError

__all__ = ["named", "taken", "unknown"]


def named(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the fields of an article that name others, and the ids that they name.

    Args:
        article: The article.
    """
    yield from (("related", name) for name in article.related)
    if article.translation_of:
        yield "translation_of", article.translation_of


def taken(name: str, file: str | None, other: str | None) -> SourceError:
    """Return the error for an id that another article has.

    Args:
        name: The id.
        file: The article's file.
        other: The other one's.
    """
    reason = f"“{name}” is the id of {other} too"
    remedy = "Give one another id, or name two languages report.en.md and report.fa.md"
    return SourceError(
        Diagnostic(code="duplicate-id", reason=reason, remedy=remedy, file=file, field="id")
    )


def unknown(file: str | None, field: str, name: str) -> Diagnostic:
    """Return the warning about an id that no article has.

    Args:
        file: The file of the article that names it.
        field: Where it is named.
        name: The id.
    """
    return Diagnostic(
        code="unknown-article",
        severity="warning",
        reason=f"no article here has the id “{name}”",
        remedy="Correct the id, or leave it out",
        file=file,
        field=field,
    )
