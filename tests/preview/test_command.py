"""``toolkit preview`` as a process: its address, its end, and what comes over the wire."""

import http.client
import json
import signal
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import httpx
import pytest

from tests.preview.server import copy_samples, running


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    folder = tmp_path_factory.mktemp("preview") / "articles"
    copy_samples(folder)
    with running(folder) as found:
        yield found


def _command(*given):
    command = [sys.executable, "-m", "toolkit", "preview", *given]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static//etc/passwd",
        "/assets/../../toolkit.toml",
        "/page/en/../../../../etc/passwd",
        "/page/en/%2e%2e%2f%2e%2e%2ftoolkit.toml",
        "/page/en/..%5ctoolkit.toml",
        "/page/en/water-report.en.md",
        "/page/en/water-report%00.md",
        "/pdf/en/..%2f..%2ftoolkit.toml",
        "/share/en/..%2ftoolkit.toml.html",
        "//etc/passwd",
        "/\\etc\\passwd",
    ],
)
def test_no_path_leads_out(preview, path):
    address = urlsplit(preview.address)
    connection = http.client.HTTPConnection(address.hostname, address.port)
    connection.request("GET", path)
    assert connection.getresponse().status == 404
    connection.close()


def test_a_change_is_told_to_a_window_of_ours_alone(preview):
    other = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert httpx.get(f"{preview.address}events", headers=other).status_code == 403
    with httpx.stream("GET", f"{preview.address}events", timeout=30) as stream:
        lines = stream.iter_lines()
        assert next(lines).startswith("retry")
        preview.change("water-report.fa.md", "سازمان ملل", "سازمان")
        told = next(line for line in lines if line.startswith("data: "))
    change = json.loads(told.removeprefix("data: "))
    assert (change["articles"], change["labels"], change["failures"]) == (
        ["water-report"],
        False,
        0,
    )


def test_it_ends_at_once_though_a_window_is_open(tmp_path):
    copy_samples(tmp_path / "articles")
    with (
        running(tmp_path / "articles") as preview,
        httpx.stream("GET", f"{preview.address}events", timeout=30) as stream,
    ):
        next(stream.iter_lines())
        preview.process.send_signal(signal.SIGINT)
        assert preview.process.wait(10) == 0


def test_what_cannot_be_served_is_said_in_one_line(tmp_path):
    done = _command(tmp_path / "none", "--no-open")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("error: ")
    assert done.stderr.count("\n") == 1
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = _command(tmp_path, "--no-open", "--port", port)
    assert done.returncode == 2
    assert "--port" in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_does_not_load_the_server():
    code = "import sys, toolkit.cli; print({'fastapi', 'uvicorn', 'watchfiles'} & {*sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
