"""What a worker makes: the pages of one article in some languages and formats, or a front page."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path

from toolkit.article import Article, Publication
from toolkit.errors import Diagnostic
from toolkit.export.records import Made, Version
from toolkit.language import Locale
from toolkit.render import Renderer, Theme
from toolkit.render.archive import Archive
from toolkit.render.formats import SUFFIXES
from toolkit.render.output import write_whole
from toolkit.render.paths import ASSETS, article_path, front_path
from toolkit.render.plan import Plan
from toolkit.render.renderer import Page
from toolkit.sources.group import read_group

__all__ = ["Task", "Work", "make"]

_KEPT = 128
"""Articles that a worker remembers: those that many pages list."""

Content = tuple[bytes, tuple[str, ...]]
"""A file's content, and the names of the files in ``assets/`` that it refers to."""


@dataclass(frozen=True, slots=True)
class Work:
    """What all tasks of an export have in common.

    Args:
        key: Another one for each export.
        publication: What stands around the articles.
        theme: Folder of the theme, or ``None`` for the built-in one.
        locales: Tags of the languages that pages are made in.
        has_pdf: Whether each article is made as a PDF too.
        out: The folder that takes the results.
        is_synced: Whether each file is on the disk before the next one is made.
    """

    key: str
    publication: Publication = field(compare=False)
    theme: Path | None = field(compare=False)
    locales: tuple[str, ...] = field(compare=False)
    has_pdf: bool = field(compare=False)
    out: Path = field(compare=False)
    is_synced: bool = field(compare=False)


@dataclass(frozen=True, slots=True)
class Task:
    """Pages of one article, or a front page.

    Args:
        pages: Tag of the readers' language, and format, of each.
        article: The article, or ``None`` for a front page.
        others: The articles that its pages list.
    """

    pages: tuple[tuple[str, str], ...]
    article: Version | None
    others: tuple[Version, ...]


def make(work: Work, task: Task) -> tuple[Made, ...]:
    """Make files, whole and in their places.

    Args:
        work: The export.
        task: What to make.

    Returns:
        What was made: all, or what comes before the first page that cannot be made.

    Raises:
        ToolkitError: The first page cannot be made.
        OSError: It cannot be written.
    """
    article = _loaded(task.article) if task.article else None
    listed = [_loaded(version) for version in task.others]
    archive = Archive([article, *listed] if article else listed, work.publication)
    made: list[Made] = []
    for locale, wanted in task.pages:
        renderer = _renderer(work, locale).among(archive)
        try:
            made.append(_made(work, *_wanted(work, renderer, article, wanted)))
        except Exception:
            if not made:
                raise
            break
    return tuple(made)


def _wanted(
    work: Work, renderer: Renderer, article: Article | None, wanted: str
) -> tuple[str, Callable[[], Content]]:
    """Return the path of a page, and what makes its content."""
    if article is None:
        return front_path(renderer.locale), lambda: _page(work, renderer.front())
    path = article_path(article.id, renderer.locale, SUFFIXES[wanted])
    return path, partial(_CONTENT[wanted], work, renderer, article)


def _made(work: Work, path: str, content: Callable[[], Content]) -> Made:
    begun = time.perf_counter()
    _told.clear()
    data, assets = content()
    target = work.out / path
    write_whole(target, data, is_synced=work.is_synced)
    return Made(
        path=path,
        digest=hashlib.sha256(data).hexdigest(),
        size=len(data),
        changed=target.stat().st_mtime_ns,
        seconds=time.perf_counter() - begun,
        assets=assets,
        findings=tuple(dict.fromkeys(_told)),
    )


def _page(work: Work, page: Page) -> Content:
    """Return a page and the names of its pictures, which are written before it."""
    for name, picture in page.pictures.items():
        path = work.out / ASSETS / name
        if not path.exists():
            write_whole(path, picture.read(), is_synced=work.is_synced)
    return page.html.encode(), tuple(page.pictures)


def _html(work: Work, renderer: Renderer, article: Article) -> Content:
    return _page(work, renderer.page(article))


def _pdf(_work: Work, renderer: Renderer, article: Article) -> Content:
    return renderer.pdf(article), ()


def _text(_work: Work, renderer: Renderer, article: Article) -> Content:
    return renderer.text(article).encode(), ()


_CONTENT = {"html": _html, "pdf": _pdf, "text": _text}
_told: list[Diagnostic] = []


@lru_cache(maxsize=64)
def _renderer(work: Work, locale: str) -> Renderer:
    return Renderer(
        Locale.parse(locale),
        publication=work.publication,
        theme=_theme(work),
        plan=Plan.of(work.publication, work.locales, has_pdf=work.has_pdf),
        report=_told.append,
    )


@lru_cache(maxsize=1)
def _theme(work: Work) -> Theme:
    return Theme.of(work.theme)


@lru_cache(maxsize=_KEPT)
def _loaded(version: Version) -> Article:
    article, _ = read_group(version[0], lambda _finding: None)  # told when it was read first
    return article
