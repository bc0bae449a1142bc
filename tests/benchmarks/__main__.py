"""What a page costs, beside what its parts cost elsewhere; ratios, as machines differ.

Each row is the median of alternating rounds, so that a machine that slows down slows all alike.
"""

import statistics
import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

import toolkit
from tests.benchmarks.peers import Peers
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
        _print(console, f"{name}, {locale}", _medians(peers.pdf()), "stock WeasyPrint, same HTML")
        _print(console, f"{name}, {locale}", _medians(peers.html()), "Jinja2 alone")


def _medians(tasks: dict[str, Callable[[], object]]) -> dict[str, float]:
    for task in tasks.values():
        task()
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _round in range(ROUNDS):
        for name, task in tasks.items():
            begin = time.perf_counter()
            task()
            times[name].append(time.perf_counter() - begin)
    return {name: statistics.median(taken) for name, taken in times.items()}


def _print(console: Console, title: str, medians: dict[str, float], base: str) -> None:
    table = Table(title=title, title_justify="left")
    table.add_column("", min_width=44)
    table.add_column("ms", justify="right")
    table.add_column(f"ratio to {base}", justify="right")
    for name, median in medians.items():
        table.add_row(name, f"{median * 1000:.1f}", f"{median / medians[base]:.2f}")
    console.print(table)


if __name__ == "__main__":
    main()
