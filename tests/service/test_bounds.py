"""Limits of time and number, the end of workers, and the end of the service."""

import base64
import io
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from PIL import Image

from tests.service.conftest import ARTICLE, running
from toolkit.service.problems import kinds

SLOW = ("--deadline", 300, "--grace", 300)  # other work may leave little of the machine


@pytest.fixture(scope="module")
def narrow():
    """A service with one worker, little memory, room for one that waits, and two a client."""
    options = ("--workers", 1, "--memory", 200, "--waiting", 1, "--per-client", 2, "--cache", 0)
    with running(*options, *SLOW) as started:
        yield started


def _in_flight(service):
    lines = service.client.get("/metrics").text.splitlines()
    return float(next(x.split()[1] for x in lines if x.startswith("toolkit_admitted_requests ")))


def _until(is_so):
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def _name(got):
    return got.json()["type"].rpartition("#")[2]


def test_too_many_of_one_client_are_refused(narrow, long_article):
    with ThreadPoolExecutor() as threads:
        slow = [
            threads.submit(narrow.post, "render", article=long_article, format="pdf")
            for _ in range(2)
        ]
        _until(lambda: _in_flight(narrow) == 2)
        got = narrow.post("render", article=ARTICLE)
        assert (got.status_code, _name(got), got.headers["retry-after"]) == (429, "too-many", "1")
        assert narrow.client.get("/health").status_code == 200
        assert [one.result().status_code for one in slow] == [200, 200]


def test_too_many_of_all_clients_are_refused(long_article):
    options = ("--workers", 1, "--waiting", 0, "--per-client", 9, *SLOW)
    with running(*options) as service, ThreadPoolExecutor() as threads:
        slow = threads.submit(service.post, "render", article=long_article, format="pdf")
        _until(lambda: _in_flight(service) == 1)
        got = service.post("render", article=ARTICLE)
        assert (got.status_code, _name(got)) == (503, "busy")
        assert got.headers["retry-after"]
        assert slow.result().status_code == 200


def test_work_that_needs_too_much_memory_is_ended(narrow):
    made = io.BytesIO()
    Image.new("RGBA", (6000, 6000), (200, 0, 0, 90)).save(made, "PNG")
    source = f"data:image/png;base64,{base64.b64encode(made.getvalue()).decode()}"
    article = {**ARTICLE, "image": {"src": source, "alt": "x"}}
    got = narrow.post("render", article=article, format="pdf")
    assert (got.status_code, _name(got)) == (422, "too-demanding")
    assert "200 MB" in got.json()["errors"][0]["reason"]
    assert narrow.post("render", article=ARTICLE, format="pdf").status_code == 200


def test_work_that_takes_too_long_is_ended(long_article):
    with running("--workers", 1, "--deadline", 0.5) as service:
        got = service.post("render", article=long_article, format="pdf")
        assert (got.status_code, _name(got)) == (503, "deadline")
        assert int(got.headers["retry-after"]) == kinds()["deadline"].retry
        assert service.post("render", article=ARTICLE, format="text").status_code == 200


def test_the_end_of_a_worker_is_told_to_its_own_request_alone(service, long_article):
    service.post("render", article=ARTICLE, format="pdf")
    begin = {pid: _processor_time(pid) for pid in service.workers()}
    with ThreadPoolExecutor() as threads:
        slow = threads.submit(service.post, "render", article=long_article, format="pdf")
        _until(lambda: any(_processor_time(pid) > begin[pid] + 0.3 for pid in begin))
        victim = max(begin, key=lambda pid: _processor_time(pid) - begin[pid])
        beside = threads.submit(service.post, "render", article={**ARTICLE, "id": "b"})
        os.kill(victim, signal.SIGKILL)
        got = slow.result()
        assert (got.status_code, _name(got)) == (503, "worker-lost")
        assert beside.result().status_code == 200
    assert service.post("render", article={**ARTICLE, "id": "c"}).status_code == 200


def _processor_time(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_a_client_that_goes_frees_its_worker(narrow, long_article):
    with pytest.raises(httpx.ReadTimeout):
        narrow.client.post(
            "/v1/render", json={"article": long_article, "format": "pdf"}, timeout=0.5
        )
    _until(lambda: _in_flight(narrow) == 0)
    assert narrow.post("render", article=ARTICLE).status_code == 200


def test_stopping_finishes_what_runs_and_refuses_what_comes(long_article):
    with running("--workers", 1, *SLOW) as service, ThreadPoolExecutor() as threads:
        other = httpx.Client(base_url=service.address, timeout=60, trust_env=False)
        slow = threads.submit(service.post, "render", article=long_article, format="pdf")
        _until(lambda: _in_flight(service) == 1)
        service.process.send_signal(signal.SIGTERM)
        _until(lambda: other.get("/health").status_code == 503)
        got = other.post("/v1/render", json={"article": ARTICLE})
        assert (got.status_code, _name(got)) == (503, "closing")
        assert other.get("/health/live").status_code == 200
        assert slow.result().status_code == 200
        assert service.process.wait(30) == 0
        other.close()


def test_after_the_grace_time_what_runs_is_given_up(long_article):
    with running("--workers", 1, "--grace", 0.2) as service, ThreadPoolExecutor() as threads:
        slow = threads.submit(service.post, "render", article=long_article, format="pdf")
        _until(lambda: _in_flight(service) == 1)
        workers = service.workers()
        service.process.send_signal(signal.SIGTERM)
        got = slow.result()
        assert (got.status_code, _name(got)) == (503, "closing")
        assert service.process.wait(30) == 0
        _until(lambda: not any(map(_is_there, workers)))


def _is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_an_idle_service_stops_at_once_and_says_nothing():
    with running("--workers", 1) as service:
        assert service.client.get("/health").status_code == 200
        assert service.stop(signal.SIGINT) == 0
        assert [line["event"] for line in service.log()] == ["request"]
