"""What a page costs, beside what its parts cost elsewhere; ratios, as machines differ.

Each row is the least of alternating rounds, in processor time: more is what else the machine
does.  The last table is no cost: it says what readers get back from each program's PDF.
"""

import gc
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

import toolkit
from tests.benchmarks import endurance
from tests.benchmarks.peers import STOCK, Peers
from tests.benchmarks.text import text_table
from toolkit.resources import SAMPLES

ROUNDS = 7
ARTICLES = (("water-report", "en"), ("water-report", "fa"), ("open-source-kabul", "fa-AF"))


def main() -> None:
    """Measure and print."""
    publication = toolkit.Publication.load(SAMPLES / "toolkit.toml")
    collection = toolkit.load_collection([SAMPLES], report=lambda _finding: None)
    console = Console(width=100)
    for name, locale in ARTICLES:
        article = collection.get(name)
        assert article is not None
        peers = Peers(article, locale, publication, collection.articles)
        _print(console, f"{name}, {locale}", _measured(peers.pdf()), STOCK)
        _print(console, f"{name}, {locale}", _measured(peers.html()), "Jinja2 alone")
    console.print(text_table())
    _print_endurance(console, endurance.run(collection.articles, publication))


class Cost(NamedTuple):
    """What a task costs: seconds, and the bytes that it makes, if it makes any."""

    time: float
    size: int


def _measured(tasks: dict[str, Callable[[], object]]) -> dict[str, Cost]:
    made = {name: task() for name, task in tasks.items()}
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _round in range(ROUNDS):
        for name, task in tasks.items():
            gc.collect()
            begin = time.process_time()
            task()
            times[name].append(time.process_time() - begin)
    return {name: Cost(min(taken), _size(made[name])) for name, taken in times.items()}


def _size(made: object) -> int:
    return len(made) if isinstance(made, bytes) else 0


def _print(console: Console, title: str, costs: dict[str, Cost], base: str) -> None:
    table = Table(title=title, title_justify="left", caption=f"ratios to {base}")
    table.add_column("", min_width=40)
    for heading in ("ms of CPU", "ratio", "kB", "ratio"):
        table.add_column(heading, justify="right")
    for name, cost in costs.items():
        ratio = f"{cost.time / costs[base].time:.2f}"
        sizes = [f"{cost.size / 1000:.1f}"] if cost.size else []
        if sizes and costs[base].size:
            sizes.append(f"{cost.size / costs[base].size:.2f}")
        table.add_row(name, f"{cost.time * 1000:.1f}", ratio, *sizes)
    console.print(table)


def _print_endurance(console: Console, measured: Iterable[tuple[int, float, float]]) -> None:
    table = Table(title="different article pages, one process", title_justify="left")
    for heading in ("pages", "pages a second", "MB in memory"):
        table.add_column(heading, justify="right")
    for done, speed, megabytes in measured:
        table.add_row(f"{done:,}", f"{speed:.0f}" if done else "", f"{megabytes:.0f}")
    console.print(table)


if __name__ == "__main__":
    main()
