"""The record of what was made survives what happens to machines, and says when it cannot."""

import os
import sqlite3
import subprocess
import sys

import pytest

from toolkit.errors import Diagnostic, ExportError
from toolkit.export.manifest import FOLDER, open_manifest
from toolkit.export.records import Facts, Made, Output, What

MADE = Made(
    path="a.fa.html",
    digest="0" * 64,
    size=10,
    changed=20,
    seconds=0.5,
    assets=("b.png", "c.woff2"),
    findings=(Diagnostic(code="x", reason="چنین", severity="warning", line=3),),
)
WHAT = What("a", "fa", "html")


@pytest.fixture
def out(tmp_path):
    (tmp_path / FOLDER).mkdir()
    return tmp_path


def file_of(out):
    return out / FOLDER / "manifest.sqlite"


def test_what_was_noted_is_there_the_next_time(out):
    with open_manifest(out) as manifest:
        first = manifest.run
        manifest.outputs.made(MADE, WHAT, b"f")
        manifest.set("name", "value")
    with open_manifest(out) as manifest:
        assert manifest.run == first + 1
        assert manifest.setting("name") == "value"
        expected = Output(True, b"f", "0" * 64, 10, 20, ("b.png", "c.woff2"))
        assert manifest.outputs.get("a.fa.html") == expected


def test_a_failure_keeps_what_was_made_before_and_is_told_in_its_run_only(out):
    found = (Diagnostic(code="deadline", reason="takes longer"),)
    with open_manifest(out) as manifest:
        manifest.outputs.made(MADE, WHAT, b"f")
        manifest.outputs.failed("a.fa.html", WHAT, found)
        assert [*manifest.outputs.failures()] == [(WHAT, found)]
        known = manifest.outputs.get("a.fa.html")
        assert (known.is_made, known.assets) == (False, ("b.png", "c.woff2"))
    with open_manifest(out) as manifest:
        assert [*manifest.outputs.failures()] == []


def test_who_is_killed_loses_only_what_was_not_saved(out):
    program = (
        "import os, sys; from pathlib import Path\n"
        "from toolkit.export.manifest import open_manifest\n"
        "with open_manifest(Path(sys.argv[1])) as manifest:\n"
        "    manifest.set('saved', '1'); manifest.save(); manifest.set('lost', '1'); os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(out)], check=False)
    assert done.returncode == 9
    with open_manifest(out) as manifest:
        assert (manifest.setting("saved"), manifest.setting("lost")) == ("1", None)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda file: file.write_bytes(b"no database at all" * 100), "is damaged"),
        (lambda file: os.truncate(file, 5000), "is damaged"),
        (lambda file: _pragma(file, "user_version = 99"), "was written by a newer toolkit"),
        (lambda file: _pragma(file, "application_id = 7"), "is another program's"),
    ],
)
def test_what_cannot_be_used_is_told_with_the_way_out(out, spoil, told):
    with open_manifest(out) as manifest:
        for number in range(300):
            manifest.set(f"name {number}", "value" * 10)
    spoil(file_of(out))
    with pytest.raises(ExportError, match=told) as raised:
        _use(out)
    found = raised.value.diagnostic
    assert found.file == str(file_of(out))
    assert "Delete it and run again" in found.remedy


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(ExportError, match="cannot be kept"), open_manifest(tmp_path):
        pytest.fail("it was opened")


def test_a_full_disk_keeps_what_was_saved(out):
    with open_manifest(out) as manifest:
        manifest.set("saved", "1")
        manifest.save()
        manifest._connection.execute("PRAGMA max_page_count = 1")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            _fill(manifest)
        manifest.give_up()
    with open_manifest(out) as manifest:
        assert (manifest.setting("saved"), manifest.setting("name 0")) == ("1", None)


def test_facts_are_read_as_they_were_written():
    facts = Facts(
        id="a",
        file="caf\udce9.md",
        newest=1.5,
        text="t",
        pictures="p",
        card="c",
        related=("b", "c"),
        names=(("related", "b"), ("translation_of", "d")),
        looked_at=(("/a/b.png", 1, 2),),
        is_settled=False,
    )
    assert Facts.read(facts.written()) == facts


def _use(out):
    with open_manifest(out) as manifest:
        manifest.set("name", "value")
        manifest.setting("name 200")


def _fill(manifest):
    for number in range(1000):
        manifest.set(f"name {number}", "value" * 100)


def _pragma(file, value):
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA {value}")
    connection.close()
