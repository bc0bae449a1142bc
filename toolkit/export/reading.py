"""Reads an article in a worker, for what pages that show it depend on."""

import hashlib
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toolkit.article import Article, Publication
from toolkit.article.picture_source import is_data_url, locate
from toolkit.article.text import by_language
from toolkit.errors import Diagnostic
from toolkit.export.digest import digest
from toolkit.export.records import Facts
from toolkit.export.scan import look_at
from toolkit.render.archive import newest
from toolkit.sources.group import read_group
from toolkit.sources.relations import named
from toolkit.workers import report

__all__ = ["facts_of", "read"]

_IMAGE = re.compile(r'<img\b[^>]*?\ssrc="([^"]*)"')
_ON_CARDS = {"id", "lang", "title", "subtitle", "summary", "published", "image"}
"""The fields that lists show."""


def read(files: tuple[Path, ...], publication: Publication) -> tuple[Facts, tuple[Diagnostic, ...]]:
    """Return what must be known of an article, and why some of its files are not in it.

    Args:
        files: Its files, first to last.
        publication: Says the time zone of its dates.

    Raises:
        ToolkitError: It cannot be read.
    """
    told: list[Diagnostic] = []
    article, failures = read_group(files, told.append)
    for one in told:
        report(one)
    is_settled = not any(one.code.startswith("picture-") for one in told)
    return facts_of(article, publication, is_settled=is_settled), failures


def facts_of(article: Article, publication: Publication, *, is_settled: bool = True) -> Facts:
    """Return what must be known of an article.

    Args:
        article: The article, prepared.
        publication: Says the time zone of its dates.
        is_settled: Whether it lacks no picture that could be there the next time.

    Raises:
        OSError: A picture cannot be read.
    """
    files = list(dict.fromkeys(_pictures(article)))
    lead = [_digest(file) for file in _files_of_lead(article)]
    data = article.model_dump(mode="json")
    return Facts(
        id=article.id,
        file=article.file or article.id,
        newest=newest(article, publication),
        text=digest([json.dumps(data)]).hex(),
        pictures=digest(part for file in files for part in (file.name, _digest(file))).hex(),
        card=digest([_card(data, article), *lead]).hex(),
        related=tuple(name for name in article.related if name != article.id),
        names=tuple(named(article)),
        looked_at=tuple(found for file in files if (found := look_at(file))),
        is_settled=is_settled,
    )


def _card(data: dict[str, Any], article: Article) -> str:
    """Return what lists show, and the languages of the body, which choose the headline's."""
    shown = {name: value for name, value in data.items() if name in _ON_CARDS}
    return json.dumps([shown, [*by_language(article.body, article.lang)]])


def _pictures(article: Article) -> Iterator[Path]:
    yield from _files_of_lead(article)
    for body in by_language(article.body, article.lang).values():
        for source in _IMAGE.findall(body):
            yield from _file(html.unescape(source), article)


def _files_of_lead(article: Article) -> Iterator[Path]:
    if article.image:
        yield from _file(article.image.src, article)


def _file(source: str, article: Article) -> Iterator[Path]:
    if article.folder and not is_data_url(source):
        yield locate(source, article.folder)


def _digest(file: Path) -> bytes:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").digest()
