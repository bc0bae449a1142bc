"""What ``make bench`` measures: sections of one or more tables."""

import gc
import time
from collections.abc import Callable, Iterator, Mapping

import toolkit
from tests.benchmarks import endurance
from tests.benchmarks.peers import STOCK as STOCK_PARTS
from tests.benchmarks.peers import Peers
from tests.benchmarks.producers import PRODUCERS, STOCK
from tests.benchmarks.scale import rates
from tests.benchmarks.tables import Table
from tests.benchmarks.text import text_table
from tests.benchmarks.texts import Text, text_of
from tests.benchmarks.turns import Cost, costs
from tests.benchmarks.verdict import Worth, pages_of, worths
from toolkit.resources import SAMPLES

__all__ = ["SECTIONS"]

_SHORT = [text_of(name, 2) for name in ("en", "fa", "mixed")]
_LONG = 40
_GROWTH = (1, 10, 40, 160)
_OURS = "this toolkit, warm"
_ARTICLES = (("water-report", "en"), ("water-report", "fa"), ("open-source-kabul", "fa-AF"))


def programs(rounds: int, _pairs: int) -> Iterator[Table]:
    """One text in each of the programs."""
    missing = {name: producer.missing for name, producer in PRODUCERS.items()}
    names = [name for name in PRODUCERS if not missing[name]]
    left_out = [f"{name}: {what} is not installed" for name, what in missing.items() if what]
    for text in (*_SHORT, text_of("fa", _LONG)):
        is_short = text in _SHORT
        found = costs(text, names, rounds if is_short else 2)
        pdfs = {name: cost.pdf for name, cost in found.items()}
        worth = worths(text, pdfs) if is_short else {}
        rows = [_program(name, cost, found[STOCK], worth.get(name)) for name, cost in found.items()]
        yield Table(text.name, rows, "; ".join((f"ratio: to {STOCK}", *left_out)))


def _program(name: str, cost: Cost, stock: Cost, worth: Worth | None) -> Mapping[str, object]:
    pages = pages_of(cost.pdf)
    row: dict[str, object] = {
        "": name,
        "ms": cost.seconds * 1000,
        "ms of CPU": cost.cpu * 1000,
        "ratio": cost.cpu / stock.cpu,
        "pages": pages,
        "pages a second": pages / cost.seconds,
        "MB": round(cost.megabytes),
        "kB": len(cost.pdf) / 1000,
    }
    if worth:
        row |= {
            "tagged": worth.is_tagged,
            "PDF/UA": worth.ua,
            "% of words": worth.found,
            "% in order": worth.in_order,
        }
    return row


def growth(_rounds: int, _pairs: int) -> Iterator[Table]:
    """The toolkit's cost of longer and longer texts."""
    rows = [_grown(text_of("fa", pages)) for pages in _GROWTH]
    yield Table("growth: one Persian text, this toolkit, warm", rows)


def _grown(text: Text) -> Mapping[str, object]:
    cost = costs(text, [_OURS], 1)[_OURS]
    pages = pages_of(cost.pdf)
    return {
        "pages": pages,
        "ms of CPU": cost.cpu * 1000,
        "ms of CPU a page": cost.cpu * 1000 / pages,
        "MB": round(cost.megabytes),
    }


def scale(_rounds: int, pairs: int) -> Iterator[Table]:
    """Many texts on all processors."""
    found = list(rates(pairs))
    rows = [
        {
            "": rate.name,
            "pairs": rate.pairs,
            "pairs a second": rate.per_second,
            "ms of CPU a pair": rate.cpu * 1000,
            "export's rate to this": found[0].per_second / rate.per_second,
            "CPU of this to export's": rate.cpu / found[0].cpu,
            "MB": round(rate.megabytes),
        }
        for rate in found
    ]
    yield Table("pairs of article and language, 2 pages each, on all processors", rows)


def parts(rounds: int, _pairs: int) -> Iterator[Table]:
    """What each part of the toolkit adds, beside what it is built on."""
    publication = toolkit.Publication.load(SAMPLES / "toolkit.toml")
    articles = toolkit.load_collection([SAMPLES], report=lambda _finding: None).articles
    for name, locale in _ARTICLES:
        article = next(article for article in articles if article.id == name)
        peers = Peers(article, locale, publication, articles)
        yield _parts(f"{name}, {locale}", peers.pdf(), STOCK_PARTS, rounds)
        yield _parts(f"{name}, {locale}", peers.html(), "Jinja2 alone", rounds)


def _parts(title: str, tasks: Mapping[str, Callable[[], object]], base: str, rounds: int) -> Table:
    made = {name: task() for name, task in tasks.items()}
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _round in range(rounds):
        for name, task in tasks.items():
            gc.collect()
            begin = time.process_time()
            task()
            times[name].append(time.process_time() - begin)
    rows = [
        {
            "": name,
            "ms of CPU": 1000 * min(taken),
            "ratio": min(taken) / min(times[base]),
            "kB": len(done) / 1000 if isinstance(done := made[name], bytes) else None,
        }
        for name, taken in times.items()
    ]
    return Table(title, rows, f"ratio: to {base}")


def readers(_rounds: int, _pairs: int) -> Iterator[Table]:
    """What readers get back from each program's PDF."""
    yield text_table()


def pages(_rounds: int, _pairs: int) -> Iterator[Table]:
    """Many different web pages in one process."""
    publication = toolkit.Publication.load(SAMPLES / "toolkit.toml")
    articles = toolkit.load_collection([SAMPLES], report=lambda _finding: None).articles
    rows = [
        {"pages": done, "pages a second": speed if done else None, "MB": round(megabytes)}
        for done, speed, megabytes in endurance.run(articles, publication)
    ]
    yield Table("different article pages, one process", rows)


SECTIONS: Mapping[str, Callable[[int, int], Iterator[Table]]] = {
    "programs": programs,
    "growth": growth,
    "scale": scale,
    "parts": parts,
    "readers": readers,
    "pages": pages,
}
"""Each gets the number of rounds and of pairs."""
