"""What goes wrong in real processes: each article that fails is named, and the others are there."""

import json
import signal
import subprocess
import sys

import psutil
import pytest

from tests.export.conftest import Outcome
from toolkit.export import export

_FAULTS = """
{% if article.id == "hung" %}{% for i in range(10**9) %}{% for j in range(10**9) %}
{% endfor %}{% endfor %}{% endif %}
{% if article.id == "hungry" %}{{ ("x" * 10**10)|length }}{% endif %}
"""
"""A part of a page that never ends for one article, and takes all memory for another."""


@pytest.fixture
def theme(tmp_path):
    """A theme that is at fault on paper only."""
    file = tmp_path / "theme/print/article_footer.html"
    file.parent.mkdir(parents=True)
    file.write_text(_FAULTS, "utf-8")
    return tmp_path / "theme"


@pytest.fixture
def run(folder, tmp_path):
    """Return a function that starts the command on the articles of the folder."""

    def started(*options, to="html"):
        command = [sys.executable, "-m", "toolkit", "export", str(folder), "--to", to]
        command += ["--locales", "en,fa", "--out", str(tmp_path / "out"), *options]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        processes.append(subprocess.Popen(command, **pipes, text=True, encoding="utf-8"))
        return processes[-1]

    processes = []
    yield started
    for process in processes:
        process.kill()
        process.communicate()


def test_hung_and_hungry_articles_fail_by_themselves(write, order_of, theme):
    for name in ("good", "hung", "hungry"):
        write(f"{name}.en.md")
    events = []
    wishes = {"formats": ("html", "pdf"), "locales": ("en",), "jobs": 2}
    order = order_of(**wishes, theme=theme, deadline=6.0, memory=600_000_000)
    told = Outcome(export(order, events.append), events)
    assert told.made == [
        *("good.en.html", "good.en.pdf", "hung.en.html", "hungry.en.html", "index.en.html"),
    ]
    assert told.failed == [
        ("hung", "en", "pdf", "deadline"),
        ("hungry", "en", "pdf", "memory-limit"),
    ]


def test_a_killed_worker_loses_nothing(write, run, tmp_path):
    for number in range(30):
        write(f"a{number}.en.md", "Text. " * 500)
    process = run("--jobs", "2", "--json")
    killed = 0
    for line in process.stdout:
        if json.loads(line)["event"] == "made" and killed < 2:
            killed += _kill_a_worker(process.pid)
    assert (process.wait(), killed) == (0, 2)
    assert json.loads(line)["made"] == 62
    assert len([*(tmp_path / "out").glob("*.html")]) == 62


def test_ctrl_c_stops_and_the_same_command_goes_on(write, run, tmp_path, contents):
    for number in range(40):
        write(f"a{number}.en.md", "Text. " * 500)
    process = run("--jobs", "1", "--json")
    for line in process.stdout:
        if json.loads(line)["event"] == "made":
            process.send_signal(signal.SIGINT)
            break
    last = json.loads([*process.stdout][-1])
    assert (process.wait(), last["event"], last["stopped"]) == (130, "summary", "SIGINT")
    assert 0 < last["made"] < 82
    assert "Traceback" not in process.stderr.read()
    again = run("--jobs", "1")
    assert again.wait() == 0
    assert f"{82 - last['made']} files made, {last['made']} unchanged" in again.stdout.read()


def test_a_killed_export_goes_on_and_ends_as_an_undisturbed_one(
    write, run, tmp_path, contents, order_of, here
):
    for number in range(20):
        write(f"a{number}.en.md", "Text. " * 300, published=f"2026-11-{number % 28 + 1:02}")
    process = run("--jobs", "2", "--json")
    for line in process.stdout:
        if json.loads(line)["event"] == "made":
            break
    workers = psutil.Process(process.pid).children(recursive=True)
    process.kill()
    process.wait()
    (tmp_path / "out/.0123456789abcdef.part").write_text("half")
    _, left = psutil.wait_procs(workers, timeout=30)
    assert left == []
    assert run().wait() == 0
    known = tmp_path / "known"
    export(order_of(out=known), lambda _event: None)
    assert contents(tmp_path / "out") == contents(known)
    assert not [*(tmp_path / "out").rglob("*.part")]


def test_a_second_export_into_the_folder_is_refused(write, run):
    for number in range(40):
        write(f"a{number}.en.md", "Text. " * 500)
    first = run("--jobs", "1", "--json")
    first.stdout.readline()
    second = run()
    assert second.wait() == 2
    told = f"another export into this folder is running: process {first.pid}, since "
    assert told in second.stderr.read()


@pytest.fixture
def small_disk(tmp_path):
    """A file system with room for a few pages."""
    folder = tmp_path / "out"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"a file system cannot be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.slow
def test_a_full_disk_stops_the_export_which_goes_on_when_there_is_room(write, run, small_disk):
    for number in range(100):
        write(f"a{number}.en.md", "Text. " * 4000)
    process = run("--jobs", "2")
    out, told = process.communicate()
    assert process.returncode == 1
    assert "No space left on device" in told
    assert "Stopped, as the disk is full" in out
    assert not [*small_disk.rglob("*.part")]
    made = [*small_disk.glob("*.html")]
    assert made
    assert all(file.read_bytes().rstrip().endswith(b"</html>") for file in made)
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    assert run("--jobs", "2").wait() == 0
    assert len([*small_disk.glob("*.html")]) == 202


def _kill_a_worker(pid):
    """Kill a worker of an export, which is a child of the server of its processes."""
    workers = [worker for child in psutil.Process(pid).children() for worker in child.children()]
    if workers:
        workers[0].kill()
    return len(workers[:1])


@pytest.mark.slow
def test_one_in_a_hundred_is_malformed(write, run, tmp_path):
    spoilt = dict(zip(range(7, 500, 100), _SPOILT, strict=True))
    for number in range(500):
        file = write(f"a{number}.en.md")
        if number in spoilt:
            file.write_bytes(_SPOILT[spoilt[number]])
    process = run("--jobs", "2", "--json", to="html,text")
    events = [json.loads(line) for line in process.stdout]
    failed = {event["article"] for event in events if event["event"] == "failed"}
    assert (process.wait(), failed) == (1, {f"a{number}" for number in spoilt})
    made = {event["path"] for event in events if event["event"] == "made"}
    assert len(made) == (500 - len(spoilt)) * 4 + 2
    assert all((tmp_path / "out" / path).is_file() for path in made)


_SPOILT = {
    "no text": b"\xff\xfe\x00\x01",
    "no front matter": b"---\ntitle: [\n---\nText.",
    "wrong field": b"---\ntitel: x\n---\nText.",
    "too deep": b"---\ntitle: x\n---\n" + b"<div>" * 3000,
    "no date": b"---\ntitle: x\npublished: soon\n---\nText.",
}
