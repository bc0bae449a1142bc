"""What every article goes through first: data checked, body cleaned, pictures looked at."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toolkit.article.body import clean, empty
from toolkit.article.characters import balance, printable, tidy
from toolkit.article.fields import unbalanced
from toolkit.article.findings import diagnoses
from toolkit.article.markdown import to_html
from toolkit.article.model import Article, Image
from toolkit.article.picture import Picture, inspect
from toolkit.article.text import pick
from toolkit.errors import ArticleError, Diagnostic, Report, log_report

__all__ = ["parse", "prepare"]

_LONGEST_MARKDOWN = 1_000_000
# A picture that may not be named at all is an error; one that cannot be shown is left out.
_SHOWABLE = {"picture-missing", "picture-oversized", "picture-damaged", "picture-type"}
_DEEPEST = 12


def parse(
    data: Mapping[str, Any],
    *,
    file: str | None = None,
    folder: Path | None = None,
    lines: Mapping[str, int] | None = None,
    report: Report = log_report,
) -> Article:
    """Return the article that some data describe, prepared.

    Args:
        data: Fields as in the JSON contract; dates may be ISO 8601 strings.
        file: The file they came from, as the caller named it.
        folder: The folder that its pictures lie in; ``None`` for data in memory.
        lines: Line in the file of each dotted field, where that is known.
        report: Receives what was mended or left out.

    Returns:
        The article.

    Raises:
        ArticleError: The data break the contract; it carries a diagnostic for each field.
    """
    tidied = {_key(name): _tidied(value, name, file, report) for name, value in data.items()}
    try:
        article = Article.model_validate(tidied)
    except ValidationError as error:
        raise ArticleError(*diagnoses(error, Article, file=file, lines=lines)) from error
    return prepare(article.located(file=file, folder=folder), report=report)


def prepare(article: Article, *, report: Report = log_report) -> Article:
    """Return an article with a clean body in HTML and pictures that were looked at.

    A lead picture that is missing, damaged, too large or of another type is left out with a
    warning, as are such pictures in the body.

    Args:
        article: Any article; one that is prepared is returned as it is.
        report: Receives what was mended or left out.

    Returns:
        The article, its ``body_format`` ``html``.

    Raises:
        ArticleError: The body is too long or nested too deeply, or the picture's path leads out
            of the folder.
    """
    if article.prepared:
        return article
    if isinstance(article.body, dict):
        body: str | dict[str, str] = {
            lang: _clean(text, article, lang, f"body.{lang}", report)
            for lang, text in article.body.items()
        }
    else:
        body = _clean(article.body, article, article.lang, "body", report)
    return article.settled(body=body, image=_look_at_image(article, report))


def _clean(text: str, article: Article, lang: str, field: str, report: Report) -> str:
    if article.body_format == "markdown":
        if len(text) > _LONGEST_MARKDOWN:
            raise _too_long(len(text), article.file, field)
        text = to_html(text)
    address = pick(article.url, article.lang, (lang,))
    cleaned = clean(
        text,
        report=report,
        file=article.file,
        field=field,
        base=address.value if address else None,
        picture=partial(inspect, folder=article.folder),
    )
    if warning := empty(cleaned, file=article.file, field=field):
        report(warning)
    return cleaned


def _too_long(length: int, file: str | None, field: str) -> ArticleError:
    reason = f"has {length:,} characters of Markdown, at most {_LONGEST_MARKDOWN:,} are taken"
    return ArticleError(
        Diagnostic(code="too-long", reason=reason, remedy="Shorten it", file=file, field=field)
    )


def _look_at_image(article: Article, report: Report) -> Image | None:
    """Return the lead picture with its size, or ``None`` where it cannot be shown."""
    image = article.image
    if image is None:
        return None
    try:
        found = inspect(image.src, article.folder)
    except ArticleError as error:
        located = error.located(file=article.file, field="image.src")
        if located.diagnostic.code not in _SHOWABLE:
            raise located from error
        reason = f"{located.diagnostic.reason}; the article goes without it"
        report(replace(located.diagnostic, severity="warning", reason=reason))
        return None
    width, height = found.size(image.width, image.height)
    if image.width and image.height and not found.fits(width, height):
        report(_distorted(image, found, article.file))
        width, height = found.width, found.height
    return image.model_copy(update={"width": width, "height": height})


def _distorted(image: Image, found: Picture, file: str | None) -> Diagnostic:
    return Diagnostic(
        code="picture-size",
        severity="warning",
        reason=f"{image.width} × {image.height} would distort the picture, "
        f"which is {found.width} × {found.height}; its own size is taken",
        remedy="Leave out width and height, or give one of them",
        file=file,
        field="image.width",
    )


def _tidied(value: Any, field: str, file: str | None, report: Report) -> Any:  # noqa: ANN401
    """Mend the characters of every text; in the body, only what no markup can hold."""
    if field.count(".") > _DEEPEST:
        return value
    if isinstance(value, str):
        if field.partition(".")[0] == "body":
            return printable(value)
        (text,), mended = balance([tidy(value)])
        if mended:
            report(replace(unbalanced(mended, text, field), file=file))
        return text
    if isinstance(value, dict):
        return {
            _key(key): _tidied(part, f"{field}.{key}", file, report) for key, part in value.items()
        }
    if isinstance(value, list):
        return [_tidied(part, f"{field}.{i}", file, report) for i, part in enumerate(value)]
    return value


def _key(key: Any) -> Any:  # noqa: ANN401
    """Return a field's name without lone surrogates, which no message could name."""
    return key.encode(errors="replace").decode() if isinstance(key, str) else key
