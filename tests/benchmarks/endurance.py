"""Many different article pages, one after the other: pages a second, and what stays in memory.

Time is that of the process alone, since a machine with other work gives it turns.
"""

import gc
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path

from toolkit.article import Article, Publication
from toolkit.render import Renderer

PAGES = 20_000
PART = 5_000
LOCALES = ("en", "fa", "fa-AF", "ps")


def run(
    articles: Sequence[Article], publication: Publication
) -> Iterator[tuple[int, float, float]]:
    """Render pages, and yield now and then how many, how many a second, and megabytes in memory."""
    renderers = [_renderer(locale, articles, publication) for locale in LOCALES]
    turns = cycle((renderer, article) for renderer in renderers for article in articles)
    for renderer, article in islice(turns, len(renderers) * len(articles)):
        renderer.html(article)
    yield 0, 0.0, _resident()
    for done in range(PART, PAGES + 1, PART):
        begin = time.process_time()
        for number, (renderer, article) in enumerate(islice(turns, PART), done - PART):
            renderer.html(_other(article, number))
        taken = time.process_time() - begin
        gc.collect()
        yield done, PART / taken, _resident()


def _renderer(locale: str, articles: Sequence[Article], publication: Publication) -> Renderer:
    return Renderer(
        locale, publication=publication, articles=articles, report=lambda _finding: None
    )


def _other(article: Article, number: int) -> Article:
    """Return an article that no page has shown yet: another id, another word in each body."""
    body = article.body
    bodies = body if isinstance(body, dict) else {article.lang: body}
    texts = {lang: f"{text}<p>{number}</p>" for lang, text in bodies.items()}
    return article.model_copy(update={"id": f"{article.id}-{number}", "body": texts})


def _resident() -> float:
    """Return the megabytes that the process has in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096 / 1e6
