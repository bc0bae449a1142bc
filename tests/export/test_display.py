"""What people and machines see of an export."""

import json

import pytest

from toolkit.commands import export_display
from toolkit.commands.export_display import JsonLines, Lines, said
from toolkit.errors import Diagnostic
from toolkit.export.events import (
    Failed,
    Finished,
    Gone,
    Phase,
    Skipped,
    Summary,
    Told,
)
from toolkit.export.records import What

FOUND = Diagnostic(code="deadline", reason="takes longer than 3 seconds", file="a.md")
SUMMARY = {"articles": 1200, "made": 2400, "skipped": 3, "failed": 0, "gone": 0, "removed": 0}


@pytest.fixture
def events():
    return [
        Phase("making", 4),
        Finished("made", What("a", "fa", "html"), "a.fa.html", 0.5, 12),
        Skipped(2),
        Told((Diagnostic(code="x", reason="چنین است", severity="warning"),)),
        Failed(What("a", "fa", "pdf"), (FOUND,)),
        Gone("b.fa.html", "gone"),
        Gone("c.fa.html", "removed"),
        Summary(**SUMMARY, seconds=120.0),
    ]


def test_each_event_is_a_line_of_json(events, capsys):
    show = JsonLines()
    for event in events:
        show(event)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    names = ["making", "made", "skipped", "told", "failed", "gone", "removed", "summary"]
    assert [line["event"] for line in lines] == names
    assert lines[1] == {
        "event": "made",
        "article": "a",
        "locale": "fa",
        "format": "html",
        "path": "a.fa.html",
        "seconds": 0.5,
        "size": 12,
    }
    assert lines[4]["findings"] == [
        {"code": "deadline", "reason": FOUND.reason, "severity": "error", "file": "a.md"}
    ]


def test_lines_tell_what_is_wrong_and_how_far_the_work_is(events, capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(export_display, "_PAUSE", 0.0)
    show = Lines(tmp_path)
    with show.running():
        for event in events:
            show(event)
    out, told = capsys.readouterr()
    counts = "1,200 articles: 2,400 files made, 3 unchanged, 0 failed"
    assert out == f"{counts}, in 2 min 0 s (20.0 files a second)\n"
    lines = told.splitlines()
    assert lines[0].startswith("Making files: 1 of 4, ")
    assert lines[1].startswith("Making files: 3 of 4, ")
    assert "error: a.md: takes longer than 3 seconds. [fa, pdf]" in lines
    assert "warning: چنین است." in lines
    assert f"removed: {tmp_path}/c.fa.html" in lines
    assert "\x1b" not in told


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"failed": 2}, "What failed, and why, is in {}/export-report.json"),
        ({"gone": 2}, "2 files of articles that are no more: see --prune"),
        ({"removed": 2}, "Removed 2 files of articles that are no more"),
        ({"stopped": "SIGINT"}, "Stopped: run the same command again to go on"),
        (
            {"stopped": "disk-full"},
            "Stopped, as the disk is full; free some space: run the same command again to go on",
        ),
    ],
)
def test_the_end_says_what_to_do_next(tmp_path, changes, line):
    lines = said(Summary(**SUMMARY | {"stopped": None} | changes, seconds=7500.0), tmp_path)
    assert lines[0].endswith("in 2 h 5 min (0.3 files a second)")
    assert lines[1:] == [line.format(tmp_path)]
