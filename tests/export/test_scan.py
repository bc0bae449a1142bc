"""Which articles are found: those of a collection, in its order, and only the changed are read."""

import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.export.manifest import FOLDER, open_manifest
from toolkit.export.records import Facts
from toolkit.export.scan import scan
from toolkit.sources import collection

NAMES = st.sampled_from(
    [
        *("a.en.md", "a.fa.md", "a.md", "a-b.en.md", "a.x.md", "B.json", "index.en.md"),
        *("README.md", ".a.md", "_a.md", "a.txt", "گزارش.fa.md", "a.en.html"),
    ]
)
FOLDERS = st.sampled_from(["", "a", "a-b", "a/b", "_c", "b.md", "a/.d"])


@pytest.fixture
def manifest(tmp_path):
    (tmp_path / "out" / FOLDER).mkdir(parents=True)
    with open_manifest(tmp_path / "out") as opened:
        yield opened


def groups_of(manifest):
    return [tuple(files) for _, files in manifest.articles.unread()]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(files=st.sets(st.tuples(FOLDERS, NAMES), min_size=1, max_size=12), data=st.data())
def test_the_groups_are_those_of_a_collection(tmp_path_factory, order_of, files, data):
    top = tmp_path_factory.mktemp("scan")
    for folder, name in files:
        (top / folder).mkdir(parents=True, exist_ok=True)
        if not (top / folder / name).exists():
            (top / folder / name).touch()
    inside = [top / folder for folder, _ in files if folder]
    named = [top / folder / name for folder, name in files if (top / folder / name).is_file()]
    sources = data.draw(st.lists(st.sampled_from([top, *inside, *named]), min_size=1, max_size=3))
    order = order_of(sources=tuple(sources), out=top / "a")
    (order.out / FOLDER).mkdir(parents=True, exist_ok=True)
    with open_manifest(order.out) as manifest:
        count = scan(order, manifest.articles, pytest.fail)
        found = groups_of(manifest)
    known = [tuple(group) for group in collection._groups(sources, [order.out], pytest.fail)]
    assert found == known
    assert count == len(known)


def test_only_what_has_changed_is_read_again(write, order_of, manifest):
    for name in ("a.en.md", "b.en.md", "b.fa.md"):
        write(name)
    assert scan(order_of(), manifest.articles, pytest.fail) == 2
    for rank, _ in [*manifest.articles.unread()]:
        facts = Facts(id=f"i{rank}", file="", newest=0.0, text="", pictures="", card="")
        manifest.articles.read(rank, facts, ())
    scan(order_of(), _forgetful(manifest), pytest.fail)
    assert groups_of(manifest) == []
    changed = write("b.fa.md", "Changed.")
    scan(order_of(), _forgetful(manifest), pytest.fail)
    assert groups_of(manifest) == [(changed.with_name("b.en.md"), changed)]
    assert [entry.facts.id for entry in manifest.articles.good()] == ["i0"]
    changed.with_name("a.en.md").unlink()
    scan(order_of(), _forgetful(manifest), pytest.fail)
    assert [*manifest.articles.good()] == []


def test_names_that_are_not_utf_8(folder, order_of, manifest):
    name = os.fsencode(folder) + b"/caf\xe9.en.md"
    try:
        Path(os.fsdecode(name)).touch()
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    assert scan(order_of(), manifest.articles, pytest.fail) == 1
    ((rank, files),) = manifest.articles.unread()
    assert os.fsencode(files[0]) == name
    facts = Facts(id="caf", file=str(files[0]), newest=0.0, text="", pictures="", card="")
    manifest.articles.read(rank, facts, ())
    ((entry),) = manifest.articles.good()
    assert entry.facts == facts


def _forgetful(manifest):
    """Return the articles as a new run has them."""
    manifest._connection.execute("DELETE FROM found")
    manifest.articles._run += 1
    return manifest.articles


def test_sql_sees_what_python_sees():
    """Ids are sorted by SQLite here and by Python in ``render``: both by code point."""
    names = ["a", "A", "ا", "z", "\U00010000", "\uffee", "a-b", "a.b"]
    rows = sqlite3.connect(":memory:").execute(
        "SELECT column1 FROM (VALUES (?), (?), (?), (?), (?), (?), (?), (?)) ORDER BY column1",
        names,
    )
    assert [row[0] for row in rows] == sorted(names)
