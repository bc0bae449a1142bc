"""What the workers do for a request: its bytes to the bytes of the answer."""

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar
from urllib.parse import quote

from pydantic import ValidationError

from toolkit.article import Article, Publication
from toolkit.article.findings import diagnoses
from toolkit.article.model import Record
from toolkit.article.prepare import parse
from toolkit.check import Outcome, check_article
from toolkit.check.explained import explain_passages
from toolkit.check.fields import read_article
from toolkit.direction.explain import as_json
from toolkit.direction.explain import explain as explained
from toolkit.errors import ArticleError, Diagnostic, LocaleError, SourceError, ToolkitError
from toolkit.language import Locale
from toolkit.render import Renderer
from toolkit.service.places import Places
from toolkit.service.problems import Problem
from toolkit.service.requests import CheckRequest, ExplainRequest, RenderRequest
from toolkit.sources.json_file import parse_json
from toolkit.workers import kept_renderer, report, reported

__all__ = ["FORMS", "JSON", "Answer", "check", "explain", "render"]

R = TypeVar("R", bound=Record)

JSON = "application/json"
FORMS = {"html": "text/html", "pdf": "application/pdf", "text": "text/plain"}
_NO_FILES = "picture is a file, and the service reads none"
_SUFFIX = {"html": "html", "pdf": "pdf", "text": "txt"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered with.

    Args:
        content: The body.
        media_type: What it is.
        headers: Further headers.
        facts: What the log says of it: never a text of the article.
    """

    content: bytes
    media_type: str = JSON
    headers: dict[str, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)


def render(body: bytes, accepted: Sequence[str], places: Places) -> Answer:
    """Render an article.

    Args:
        body: A :class:`~toolkit.service.requests.RenderRequest` as JSON.
        accepted: Media types that the client takes, the best first.
        places: The publications and themes that it can name.

    Raises:
        Problem: The client takes none of the types that there are.
        ToolkitError: The request or the article is wrong.
    """
    asked = _read(body, RenderRequest)
    form, media_type = _form(asked.format, accepted)
    article = _article(asked.article)
    renderer = kept_renderer(
        places.setting(_locale(asked.locale or article.lang), asked.publication, asked.theme)
    )
    content = _rendered(renderer, article, form, asked)
    tag = str(renderer.locale)
    facts = {"format": form, "locale": tag}
    if media_type == JSON:
        return Answer(_wrapped(content, form, tag), JSON, facts=facts)
    name = quote(f"{article.id}.{tag}.{_SUFFIX[form]}")
    headers = {
        "Content-Language": renderer.locale.tag,
        "Content-Disposition": f"inline; filename*=UTF-8''{name}",  # RFC 6266
        "Toolkit-Warnings": str(len(reported())),
    }
    return Answer(content, media_type, headers, facts)


def check(body: bytes, _accepted: Sequence[str], places: Places) -> Answer:
    """Find the hazards in an article, a breach of its contract among them.

    Args:
        body: A :class:`~toolkit.service.requests.CheckRequest` as JSON.
        places: The publications that it can name.

    Raises:
        ToolkitError: The request is wrong.
    """
    asked = _read(body, CheckRequest)
    locales = [_locale(tag, f"locales.{i}") for i, tag in enumerate(asked.locales)]
    file = places.publication_named(asked.publication)
    publication = Publication.load(file) if file else None
    try:
        found: list[Diagnostic] = []
        article = parse(asked.article, report=found.append)
        found += check_article(article, publication=publication, locales=locales)
    except ArticleError as error:
        found = list(error.diagnostics)
    return Answer(Outcome(1, tuple(dict.fromkeys(found))).json().encode())


def explain(body: bytes, _accepted: Sequence[str], _places: Places) -> Answer:
    """Explain how a text, or the texts of an article, are set.

    Args:
        body: An :class:`~toolkit.service.requests.ExplainRequest` as JSON.

    Raises:
        ToolkitError: The request or the article is wrong.
    """
    asked = _read(body, ExplainRequest)
    if asked.article is not None:
        explanation = explain_passages(read_article(_article(asked.article)))
    else:
        lang = _locale(asked.lang, "lang") if asked.lang else None
        explanation = explained(asked.text or "", lang=lang, base=asked.base)
    return Answer(as_json(explanation).encode())


def _read(body: bytes, model: type[R]) -> R:
    try:
        data = parse_json(body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        reason, remedy = "is not UTF-8 text", "Send it as UTF-8"
        raise SourceError(Diagnostic(code="not-utf-8", reason=reason, remedy=remedy)) from error
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ArticleError(*diagnoses(error, model)) from error


def _article(data: dict[str, Any]) -> Article:
    """Return the article; a picture that is no ``data:`` URL is an error, as there is no folder."""

    def told(found: Diagnostic) -> None:
        if found.code == "picture-missing":
            remedy = "Send the picture itself, as a data: URL"
            raise ArticleError(replace(found, severity="error", reason=_NO_FILES, remedy=remedy))
        report(found)

    try:
        return parse(data, report=told)
    except ToolkitError as error:
        raise _within("article", error) from error


def _within(place: str, error: ToolkitError) -> ToolkitError:
    """Return an error whose fields are those of the request."""
    return type(error)(
        *(
            replace(found, field=f"{place}.{found.field}" if found.field else place)
            for found in error.diagnostics
        )
    )


def _locale(tag: str, field: str = "locale") -> str:
    try:
        return str(Locale.parse(tag))
    except LocaleError as error:
        raise error.located(field=field) from error


def _form(asked: str | None, accepted: Sequence[str]) -> tuple[str, str]:
    """Return what to make, and the media type to send it as."""
    offers = {FORMS[asked]: asked} if asked else {kind: form for form, kind in FORMS.items()}
    for media_type in accepted:
        if media_type in offers:
            return offers[media_type], media_type
        if media_type == JSON:
            return asked or "html", JSON
    raise Problem("not-acceptable")


def _rendered(renderer: Renderer, article: Article, form: str, asked: RenderRequest) -> bytes:
    if form == "html":
        return renderer.html(article, inline=True).encode()
    if form == "text":
        return renderer.text(article).encode()
    return renderer.pdf(
        article,
        profile=asked.profile,
        page_size=asked.page_size,
        columns=asked.columns,
        contents=asked.contents,
        link_addresses=asked.link_addresses,
        attach=asked.attach_source,
        text_layer=asked.text_layer,
    )


def _wrapped(content: bytes, form: str, locale: str) -> bytes:
    is_binary = form == "pdf"
    told = {
        "format": form,
        "media_type": FORMS[form],
        "locale": locale,
        "encoding": "base64" if is_binary else "utf-8",
        "content": b64encode(content).decode() if is_binary else content.decode(),
        "diagnostics": [found.known() for found in reported()],
    }
    return json.dumps(told, ensure_ascii=False).encode()
