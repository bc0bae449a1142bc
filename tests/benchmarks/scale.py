"""Many short texts at once, on all processors: pairs of an article and a language a second.

The toolkit exports a PDF and a web page of each pair; the others make a PDF of a plain page.  The
slow ones make fewer: their rate stays the same.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from playwright.async_api import Page, async_playwright

from tests.benchmarks.memory import watched
from tests.benchmarks.processor import adopt_orphans, cpu
from tests.benchmarks.producers import PRODUCERS, chromium_options
from tests.benchmarks.texts import Text, text_of, write_article
from tests.conftest import CHROMIUM

__all__ = ["Rate", "rates"]

_NAMES = ("en", "fa")
_COMMANDS = 40
_TABS = 300
"""Most pairs for programs that would take too long for more."""


class Rate(NamedTuple):
    """How fast pairs are made.

    Args:
        name: By what.
        pairs: How many were made.
        per_second: How many a second.
        cpu: Seconds of processor time that one takes.
        megabytes: Most memory of all processes together.
    """

    name: str
    pairs: int
    per_second: float
    cpu: float
    megabytes: float


def rates(pairs: int) -> Iterator[Rate]:
    """Yield the rate of each way to make many PDFs, its start included.

    Args:
        pairs: How many pairs the toolkit makes.
    """
    adopt_orphans()
    yield from _exports(pairs)
    if not PRODUCERS["Chromium, warm tab"].missing:
        yield _rate("Chromium, PDF, warm tabs", _in_tabs, min(pairs, _TABS))
    for name in ("WeasyPrint, command", "Chromium, command"):
        if not PRODUCERS[name].missing:
            yield _rate(f"{name} for each PDF", _by_commands(name), min(pairs, _COMMANDS))


def _exports(pairs: int) -> Iterator[Rate]:
    """Export articles in two languages, then once more where nothing has changed."""
    with tempfile.TemporaryDirectory() as root:
        sources, out = Path(root) / "articles", Path(root) / "out"
        sources.mkdir()
        for number in range(pairs // 2):
            write_article([text_of(name, 2).numbered(number) for name in _NAMES], sources, number)
        command = (sys.executable, "-m", "toolkit", "export", str(sources), "--locales", "en,fa")
        for name in ("export, PDF and HTML", "export again, nothing changed"):
            with _timed() as measured:
                subprocess.run((*command, "--out", str(out)), check=True, capture_output=True)
            made = len(list(out.glob("text-*.pdf")))
            yield _found(f"this toolkit, {name}", made, measured)


def _rate(name: str, make: Callable[[Sequence[Path]], None], pairs: int) -> Rate:
    with tempfile.TemporaryDirectory() as root:
        folders = [Path(root) / str(number) for number in range(pairs)]
        for folder, text in zip(folders, _texts(), strict=False):
            folder.mkdir()
            text.write(folder)
        with _timed() as measured:
            make(folders)
        made = sum((folder / "page.pdf").stat().st_size > 1000 for folder in folders)
    return _found(name, made, measured)


def _found(name: str, made: int, measured: Sequence[float]) -> Rate:
    seconds, cpu_seconds, megabytes = measured
    return Rate(name, made, made / seconds, cpu_seconds / made, megabytes)


@contextmanager
def _timed() -> Iterator[list[float]]:
    """Give a list that has seconds, processor seconds and megabytes when this is left."""
    measured: list[float] = []
    with watched(os.getpid()) as memory:
        begin, before = time.perf_counter(), cpu()
        yield measured
        measured += (time.perf_counter() - begin, cpu() - before)
    measured.append(max(memory))


def _texts() -> Iterator[Text]:
    """Yield texts of two pages, in English and Persian by turns."""
    kinds = [text_of(name, 2) for name in _NAMES]
    for number in range(sys.maxsize):
        yield kinds[number % 2].numbered(number)


def _cores() -> int:
    return len(os.sched_getaffinity(0))


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
