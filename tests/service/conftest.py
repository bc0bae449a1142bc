"""The service as a process of its own, as its users have it."""

import json
import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager

import httpx
import pytest

from toolkit.resources import SAMPLES
from toolkit.sources.json_file import parse_json

ARTICLE = {"id": "wheat", "lang": "fa", "title": "گندم (wheat) ارزان شد", "body": "نرخ *C++* ۴٪."}


class Service:
    """A running service.

    Args:
        process: The process.
    """

    def __init__(self, process):
        self.process = process
        self.address = process.stdout.readline().strip()
        self.lines = []
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self.client = httpx.Client(base_url=self.address, timeout=60, trust_env=False)

    def _read(self):
        self.lines.extend(self.process.stderr)

    def post(self, path, /, **fields):
        return self.client.post(f"/v1/{path}", json=fields)

    def workers(self):
        """Ids of the processes that render: grandchildren of the service."""
        return [pid for child in _children(self.process.pid) for pid in _children(child)]

    def stop(self, how=signal.SIGTERM):
        """Tell it to stop, unless it has, and return its status."""
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(how)
        status = self.process.wait(60)
        self._reader.join()
        self.process.stdout.close()
        self.process.stderr.close()
        return status

    def log(self):
        return [json.loads(line) for line in self.lines]


def _children(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:  # noqa: PTH123 - no such suffix
        return [int(child) for child in file.read().split()]


@contextmanager
def running(*options, token=None):
    """Run a service while the block runs."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    if token:
        environment["TOOLKIT_TOKEN"] = token
    process = subprocess.Popen(
        [sys.executable, "-m", "toolkit", "serve", "--port", "0", *map(str, options)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    service = Service(process)
    try:
        yield service
    finally:
        service.stop()


@pytest.fixture(scope="session")
def places(tmp_path_factory):
    """A folder with publications and one with themes."""
    folder = tmp_path_factory.mktemp("places")
    for name in ("courier", "herald"):
        (folder / "publications" / name).mkdir(parents=True)
        (folder / "publications" / name / "toolkit.toml").write_text(f'name = "The {name}"')
    (folder / "themes" / "plain").mkdir(parents=True)
    (folder / "themes" / "plain" / "theme.css").write_text("h1 { color: rebeccapurple }")
    (folder / "themes" / "broken").mkdir()
    (folder / "themes" / "broken" / "article.html").write_text("plain\n{{ nothing }}")
    (folder / "publications" / "empty").mkdir()
    (folder / "secret").mkdir()
    (folder / "secret" / "toolkit.toml").write_text('name = "Secret"')
    return folder


@pytest.fixture(scope="session")
def service(places):
    """One service for all tests that do not stop it."""
    with running(
        "--publications", places / "publications", "--themes", places / "themes"
    ) as started:
        yield started


@pytest.fixture(scope="session")
def guarded(places, tmp_path_factory):
    """One with a publication of its own, open to the network, with a token."""
    token = tmp_path_factory.mktemp("token") / "token"
    token.write_text("s3cret\n")
    own = places / "secret" / "toolkit.toml"
    options = ("--host", "0.0.0.0", "--publication", own, "--token-file", token)
    with running("--workers", 1, *options) as started:
        yield started


@pytest.fixture(scope="session")
def long_article():
    """An article whose PDF takes long enough to do something meanwhile."""
    body = "\n\n".join(f"Paragraph {n} with متن فارسی and C++ code." * 4 for n in range(100))
    return {"id": "long", "lang": "en", "title": "Long", "body": body}


@pytest.fixture(scope="session")
def sample():
    """A sample article as a client sends it: without pictures, which are files."""
    return parse_json((SAMPLES / "bridge-opening.json").read_text("utf-8")) | {"image": None}
