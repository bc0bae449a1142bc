"""The normalisation of an article, and the way back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from toolkit.article.model import Article
from toolkit.article.prepare import prepare
from toolkit.errors import Report, log_report
from toolkit.normalisation.log import Log
from toolkit.normalisation.markup import paragraphs
from toolkit.normalisation.paragraph import Paragraph
from toolkit.normalisation.record import Change, apply, revert
from toolkit.normalisation.rules import is_normal

__all__ = ["Normalised", "normalise", "normalise_teaser", "restore"]

_TEASER: Final = ("title", "subtitle", "summary", "tags")
_IMAGE: Final = ("alt", "caption")
_Rewrite = Callable[[str, str, str], str]
"""Returns the new text of a field from its path, its text and its language."""


@dataclass(frozen=True, slots=True)
class Normalised:
    """An article that was normalised.

    Args:
        article: The article as it is now.
        changes: What was changed, each field's in order; :func:`restore` takes it back.
    """

    article: Article
    changes: tuple[Change, ...]


def normalise(article: Article, *, report: Report = log_report) -> Normalised:
    """Normalise the publication's own Persian in an article.

    What is changed and what is kept is in ``data/rules.toml``.  Names of people, sources and
    sections are kept, and so are rights.  Doing it again changes nothing.

    Args:
        article: The article; one that is not prepared is prepared first.
        report: Receives a note for each kind of change in each field.

    Returns:
        The article and its changes.

    Raises:
        ArticleError: The article cannot be prepared.
    """
    log = Log(article.file)
    article = _teaser_rewritten(prepare(article, report=report), _normaliser(log, _plain))
    body = _mapped(article.body, "body", article.lang, _normaliser(log, paragraphs))
    for note in log.notes():
        report(note)
    return Normalised(article.model_copy(update={"body": body}), tuple(log.changes))


def normalise_teaser(article: Article) -> Article:
    """Return an article with all but its body normalised, as lists of articles show it."""
    return _teaser_rewritten(article, _normaliser(Log(article.file), _plain))


def restore(article: Article, changes: Iterable[Change]) -> Article:
    """Return an article as it was before it was normalised.

    Args:
        article: The article that :func:`normalise` returned.
        changes: The changes that it returned.

    Raises:
        ArticleError: The article is another one, or was edited since.
    """
    by_field: dict[str, list[Change]] = {}
    for change in changes:
        by_field.setdefault(change.field, []).append(change)

    def rewrite(field: str, text: str, _: str) -> str:
        return revert(text, by_field.get(field, ()))

    article = _teaser_rewritten(article, rewrite)
    body = _mapped(article.body, "body", article.lang, rewrite)
    return article.model_copy(update={"body": body})


def _normaliser(log: Log, read: Callable[[str, str], Iterator[Paragraph]]) -> _Rewrite:
    def rewrite(field: str, text: str, lang: str) -> str:
        if is_normal(text):
            return text
        found = [change for part in read(text, lang) for change in log.take(field, part)]
        found.sort(key=lambda change: change.offset)
        log.changes += found
        return apply(text, found)

    return rewrite


def _plain(text: str, lang: str) -> Iterator[Paragraph]:
    paragraph = Paragraph()
    paragraph.add(text, 0, lang)
    yield paragraph


def _teaser_rewritten(article: Article, rewrite: _Rewrite) -> Article:
    update = {
        name: _mapped(getattr(article, name), name, article.lang, rewrite) for name in _TEASER
    }
    if image := article.image:
        words = {
            name: _mapped(getattr(image, name), f"image.{name}", article.lang, rewrite)
            for name in _IMAGE
        }
        update["image"] = image.model_copy(update=words)
    return article.model_copy(update=update)


def _mapped(value: Any, field: str, lang: str, rewrite: _Rewrite) -> Any:  # noqa: ANN401
    """Rewrite every text of a field, whatever its shape."""
    if isinstance(value, dict):
        return {tag: _mapped(part, f"{field}.{tag}", tag, rewrite) for tag, part in value.items()}
    if isinstance(value, tuple):
        return tuple(_mapped(part, f"{field}.{i}", lang, rewrite) for i, part in enumerate(value))
    return rewrite(field, value, lang) if isinstance(value, str) else value
