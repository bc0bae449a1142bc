"""Many different article pages, one after the other: pages a second, and what stays in memory.

They are pages of a publication of some thousand articles in four languages.  Each page is that of
an article that no page has shown before: its words are in no other one, its related articles are
its own, and its "Latest news" are those of the publication, as on a site.  The articles are
variants of the samples, prepared as :func:`toolkit.load` returns them.

Time is that of the process alone, since a machine with other work gives it turns.
"""

import gc
import re
import time
from collections.abc import Iterator, Sequence
from itertools import count, cycle
from pathlib import Path
from typing import Any

from toolkit.article import Article, Publication
from toolkit.article.text import by_language
from toolkit.render import Renderer

PAGES = 20_000
MARKS = (1_000, 5_000, 10_000, 15_000, PAGES)
WARM = 200
VARIANTS = 300
"""Of each sample: more articles than a renderer keeps the cards of."""
LOCALES = ("en", "fa", "fa-AF", "ps")

_WORDS = {"Latn": "abcdefghij", "Arab": "ابپتجدرسشک"}
"""Letters that the digits of a number stand for, so that it is a word of each script."""
_PARAGRAPH = re.compile("<(?:p|li|td|h[23]|blockquote)[^>]*>")


def run(
    articles: Sequence[Article], publication: Publication
) -> Iterator[tuple[int, float, float]]:
    """Render pages, and yield now and then how many, how many a second, and megabytes in memory."""
    archive = [_listed(article, number) for number in range(VARIANTS) for article in articles]
    renderers = [_renderer(locale, archive, publication) for locale in LOCALES]
    numbers = count()
    turns = ((renderer, article) for article in cycle(archive) for renderer in renderers)
    done = -WARM
    for mark in (0, *MARKS):
        pages = [next(turns) for _ in range(mark - done)]
        taken = 0.0
        for renderer, article in pages:
            other = _shown(article, next(numbers))
            begin = time.process_time()
            renderer.html(other)
            taken += time.process_time() - begin
        gc.collect()
        yield mark, (mark - done) / taken, _resident()
        done = mark


def _renderer(locale: str, articles: Sequence[Article], publication: Publication) -> Renderer:
    return Renderer(
        locale, publication=publication, articles=articles, report=lambda _finding: None
    )


def _listed(article: Article, number: int) -> Article:
    """Return an article as the lists of the publication have it, with others beside it."""
    changes: dict[str, Any] = {
        "id": f"{article.id}-{number}",
        "related": tuple(f"{name}-{number}" for name in article.related),
    }
    for field in ("title", "summary"):
        texts = by_language(getattr(article, field) or "", article.lang)
        changes[field] = {lang: f"{text} {_word(lang, number)}" for lang, text in texts.items()}
    return article.model_copy(update=changes)


def _shown(article: Article, number: int) -> Article:
    """Return an article with a word in every paragraph that is in no other article."""
    texts = by_language(article.body, article.lang)
    bodies = {lang: _reworded(text, f"{_word(lang, number)} ") for lang, text in texts.items()}
    return article.model_copy(update={"body": bodies})


def _reworded(markup: str, word: str) -> str:
    return _PARAGRAPH.sub(lambda found: found[0] + word, markup)


def _word(lang: str, number: int) -> str:
    letters = _WORDS["Latn" if lang.startswith("en") else "Arab"]
    return "".join(letters[int(digit)] for digit in str(number))


def _resident() -> float:
    """Return the megabytes that the process has in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6
