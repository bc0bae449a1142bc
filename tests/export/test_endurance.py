"""Long runs; each prints what it measured."""

import gc
import shutil
import time
from threading import Event, Thread

import psutil
import pytest

from toolkit.export import export
from toolkit.export.kinds import Kinds
from toolkit.export.manifest import FOLDER, open_manifest
from toolkit.export.records import Facts
from toolkit.export.scan import scan
from toolkit.export.teller import Teller
from toolkit.export.wanted import Wanted
from toolkit.resources import SAMPLES

MB = 1_000_000
PAIRS = 2000
ARTICLES = 100_000


class Memory(Thread):
    """Notes the memory of this process and of its workers, once a second."""

    def __init__(self):
        super().__init__(daemon=True)
        self.is_over = Event()
        self.parent, self.workers = [psutil.Process().memory_info().rss / MB], []

    def run(self):
        while not self.is_over.wait(1.0):
            self.parent.append(psutil.Process().memory_info().rss / MB)
            self.workers.append(max(_worker_sizes(), default=0))

    def halves(self, sizes):
        """Return the most in the second and in the fourth quarter."""
        quarter = len(sizes) // 4
        return max(sizes[quarter : 2 * quarter]), max(sizes[3 * quarter :])


def _worker_sizes():
    for server in psutil.Process().children():
        for worker in server.children():
            try:
                yield worker.memory_info().rss / MB
            except psutil.NoSuchProcess:
                continue


@pytest.mark.slow
def test_memory_is_flat_and_a_second_run_is_a_hundred_times_faster(folder, order_of):
    texts = {
        lang: (SAMPLES / f"water-report.{lang}.md").read_text("utf-8") for lang in ("en", "fa")
    }
    for number in range(PAIRS // 2):
        lang = ("en", "fa")[number % 2]
        text = texts[lang].replace('title: "', f'title: "{number}: ', 1)
        (folder / f"a{number}.{lang}.md").write_text(text, "utf-8")
    shutil.copytree(SAMPLES / "pictures", folder / "pictures")
    order = order_of(formats=("html", "pdf"), jobs=2, deadline=120.0)
    memory = Memory()
    memory.start()
    begun = time.perf_counter()
    summary = export(order, lambda _event: None)
    first = time.perf_counter() - begun
    memory.is_over.set()
    begun = time.perf_counter()
    again = export(order, lambda _event: None)
    second = time.perf_counter() - begun
    print(
        f"\n{PAIRS} pairs: {first:.1f} s, again {second:.2f} s: 1/{first / second:.0f};"
        f" parent {memory.halves(memory.parent)} MB, worker {memory.halves(memory.workers)} MB"
    )
    assert (summary.made, summary.failed, again.skipped) == (2 * PAIRS + 2, 0, 2 * PAIRS + 2)
    assert first > 100 * second
    for before, after in (memory.halves(memory.parent), memory.halves(memory.workers)):
        assert after < 1.1 * before


@pytest.mark.slow
def test_a_hundred_thousand_articles_take_no_more_memory_than_ten_thousand(tmp_path, order_of):
    grown = [_memory_of(tmp_path / str(count), count, order_of) for count in (10_000, ARTICLES)]
    print(
        f"\nMB that the parent grew by: {grown[0]:.1f} for 10,000, {grown[1]:.1f} for {ARTICLES:,}"
    )
    assert grown[1] < grown[0] + 20


def _memory_of(folder, count, order_of):
    """Return by how many MB this process grew at most while it found and looked at articles."""
    for number in range(count):
        file = folder / f"{number % 100}/article-{number}.en.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    order = order_of(sources=(folder,), out=folder / "out", formats=("html", "pdf"))
    (order.out / FOLDER).mkdir(parents=True)
    kinds = Kinds(order)
    gc.collect()
    memory = Memory()
    before = psutil.Process().memory_info().rss / MB
    memory.start()
    with open_manifest(order.out) as manifest:
        assert scan(order, manifest.articles, pytest.fail) == count
        for rank, files in manifest.articles.unread():
            name = files[0].name.partition(".")[0]
            manifest.articles.read(rank, _facts(name, rank), ())
            manifest.save_some()
        manifest.articles.part_doubles()
        wanted = Wanted(order, kinds, manifest, Teller(lambda _event: None))
        assert sum(1 for _ in wanted.find()) == 2 * count + 2
    memory.is_over.set()
    return max(memory.parent) - before


def _facts(name, rank):
    return Facts(id=name, file=f"{name}.md", newest=float(rank), text="1", pictures="", card=name)
