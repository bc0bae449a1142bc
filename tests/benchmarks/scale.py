"""Many short texts at once, on all processors: pairs of an article and a language a second.

The toolkit makes a PDF and a web page of each pair in its pool of warm processes; the others make a
PDF of a plain page.  The slow ones make fewer: their rate stays the same.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Page, async_playwright

import toolkit
from tests.benchmarks.memory import watched
from tests.benchmarks.producers import PRODUCERS, chromium_options
from tests.benchmarks.texts import Text, text_of
from tests.conftest import CHROMIUM
from toolkit.workers import Pool, Setting, kept_renderer

__all__ = ["Rate", "rates"]

_COMMANDS = 40
_TABS = 300
"""Most pairs for programs that would take too long for more."""


class Rate(NamedTuple):
    """How fast pairs are made.

    Args:
        name: By what.
        pairs: How many were made.
        per_second: How many a second.
        megabytes: Most memory of all processes together.
    """

    name: str
    pairs: int
    per_second: float
    megabytes: float


def rates(pairs: int) -> Iterator[Rate]:
    """Yield the rate of each way to make many PDFs, its start included.

    Args:
        pairs: How many pairs the toolkit makes.
    """
    yield _rate("this toolkit, PDF and HTML, warm processes", _in_pool, pairs)
    if not PRODUCERS["Chromium, warm tab"].missing:
        yield _rate("Chromium, PDF, warm tabs", _in_tabs, min(pairs, _TABS))
    for name in ("WeasyPrint, command", "Chromium, command"):
        if not PRODUCERS[name].missing:
            made = _by_commands(name)
            yield _rate(f"{name} for each PDF", made, min(pairs, _COMMANDS))


def _rate(name: str, make: Callable[[Sequence[Path]], None], pairs: int) -> Rate:
    with tempfile.TemporaryDirectory() as root:
        folders = [Path(root) / str(number) for number in range(pairs)]
        for folder, text in zip(folders, _texts(), strict=False):
            folder.mkdir()
            text.write(folder)
        with watched(os.getpid()) as memory:
            begin = time.perf_counter()
            make(folders)
            taken = time.perf_counter() - begin
        made = sum((folder / "page.pdf").stat().st_size > 1000 for folder in folders)
    return Rate(name, made, made / taken, max(memory))


def _texts() -> Iterator[Text]:
    """Yield texts of two pages, in English and Persian by turns."""
    kinds = [text_of(name, 2) for name in ("en", "fa")]
    for number in range(sys.maxsize):
        yield kinds[number % 2].numbered(number)


def _cores() -> int:
    return len(os.sched_getaffinity(0))


def _in_pool(folders: Sequence[Path]) -> None:
    with Pool(_cores()) as pool:
        for task in [pool.submit(_render, folder) for folder in folders]:
            task.result()


def _render(folder: Path) -> None:
    """Render a text as web page and PDF: what a warm process does."""
    article = toolkit.load(folder / "text.json")
    renderer = kept_renderer(Setting(article.lang))
    (folder / "page.html").write_text(renderer.html(article), "utf-8")
    (folder / "page.pdf").write_bytes(renderer.pdf(article))


def _in_tabs(folders: Sequence[Path]) -> None:
    asyncio.run(_print_all(folders))


async def _print_all(folders: Sequence[Path]) -> None:
    waiting = iter(folders)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=chromium_options()
        )
        tabs = [await browser.new_page() for _ in range(_cores())]
        await asyncio.gather(*(_print_some(tab, waiting) for tab in tabs))
        await browser.close()


async def _print_some(tab: Page, waiting: Iterator[Path]) -> None:
    for folder in waiting:
        await tab.goto((folder / "page.html").as_uri())
        await tab.pdf(path=folder / "page.pdf", prefer_css_page_size=True, tagged=True)


def _by_commands(name: str) -> Callable[[Sequence[Path]], None]:
    def make(folders: Sequence[Path]) -> None:
        texts = islice(_texts(), len(folders))
        with ThreadPoolExecutor(_cores()) as threads:
            list(threads.map(one, folders, texts))

    def one(folder: Path, text: Text) -> None:
        with PRODUCERS[name].start(folder) as command:
            command(text)

    return make
