"""The languages of one article that stand in files of their own, put together."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from toolkit.article import Article
from toolkit.article.text import by_language
from toolkit.errors import Diagnostic, SourceError

__all__ = ["merge"]

_LOCALISED = ("title", "subtitle", "summary", "authors", "published", "updated", "section", "tags")
_ALSO_LOCALISED = ("url", "rights", "body")
_IN_GROUPS = {"image": ("alt", "caption", "credit"), "source": ("name", "url")}


def merge(articles: Sequence[tuple[Path, Article]]) -> Article:
    """Return one article in the languages of several.

    Args:
        articles: The files and what they hold, each prepared; the language of the first is the
            article's own.

    Raises:
        SourceError: Two are in the same language, or differ in what has no language, such as the
            picture's file.
    """
    first = articles[0][1]
    if len(articles) == 1:
        return first
    _check_languages(articles)
    merged: dict[str, Any] = {
        name: _versions([(path, one.lang, getattr(one, name)) for path, one in articles], name)
        for name in (*_LOCALISED, *_ALSO_LOCALISED)
    }
    for name in ("id", "translation_of"):
        merged[name] = _shared(articles, name)
    for group, names in _IN_GROUPS.items():
        merged[group] = _merged_group(articles, group, names)
    for name in ("related", "token_rules_off"):
        items = [item for _path, article in articles for item in getattr(article, name)]
        merged[name] = tuple(dict.fromkeys(items))
    return first.model_copy(update={name: value for name, value in merged.items() if value})


def _check_languages(articles: Sequence[tuple[Path, Article]]) -> None:
    files: dict[str, Path] = {}
    for path, article in articles:
        if article.lang in files:
            other = files[article.lang].name
            reason = f"is in the same language ({article.lang}) as {other}, a file of the same name"
            raise _conflict(path, "lang", reason, "Correct lang, or rename one of the files")
        files[article.lang] = path


def _versions(files: Sequence[tuple[Path, str, Any]], field: str) -> dict[str, Any] | None:
    """Return every language's version of a field; no two files may differ about one."""
    found: dict[str, Any] = {}
    said: dict[str, Path] = {}
    for path, lang, value in files:
        for tag, version in by_language(value, lang).items():
            if version in (None, "", ()):
                continue
            if found.setdefault(tag, version) != version:
                raise _differs(path, f"{field}.{tag}", said[tag])
            said.setdefault(tag, path)
    return found or None


def _merged_group(
    articles: Sequence[tuple[Path, Article]], group: str, localised: Sequence[str]
) -> Any:  # noqa: ANN401 - an image or a source
    present = [(path, article) for path, article in articles if getattr(article, group) is not None]
    if not present:
        return None
    first_path, first = present[0]
    result = getattr(first, group)
    for path, article in present[1:]:
        other = getattr(article, group)
        for name in type(result).model_fields:
            if name not in localised and getattr(other, name) != getattr(result, name):
                raise _differs(path, f"{group}.{name}", first_path)
    words = {
        name: _versions(
            [(path, one.lang, getattr(getattr(one, group), name)) for path, one in present],
            f"{group}.{name}",
        )
        for name in localised
    }
    return result.model_copy(update=words)


def _shared(articles: Sequence[tuple[Path, Article]], field: str) -> str | None:
    """Return a field that has no language, and that all files that give it must agree on."""
    given = [(path, getattr(article, field)) for path, article in articles]
    given = [(path, value) for path, value in given if value is not None]
    for path, value in given[1:]:
        if value != given[0][1]:
            raise _differs(path, field, given[0][0])
    return given[0][1] if given else None


def _differs(path: Path, field: str, other: Path) -> SourceError:
    reason = f"differs from that in {other.name}, another language of the article"
    return _conflict(path, field, reason, "Write the same in both files, or in one of them")


def _conflict(path: Path, field: str, reason: str, remedy: str) -> SourceError:
    return SourceError(
        Diagnostic(
            code="sibling-conflict", reason=reason, remedy=remedy, file=str(path), field=field
        )
    )
