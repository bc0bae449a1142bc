"""The pool, with real processes."""

import os
import pickle
import signal
import subprocess
import sys
import time
import weakref
from concurrent.futures import CancelledError, wait
from pathlib import Path
from unittest.mock import Mock

import pytest

from tests.workers import tasks
from toolkit.errors import (
    ArticleError,
    DeadlineError,
    MemoryLimitError,
    ToolkitError,
    WorkerLostError,
)
from toolkit.workers import Pool, Setting

MB = 1_000_000


@pytest.fixture(scope="module")
def pool():
    with Pool(2, deadline=30) as made:
        yield made


def test_work_is_done_in_other_processes(pool):
    assert pool.submit(tasks.pid).result().value in pool.pids
    assert os.getpid() not in pool.pids


def test_workers_work_at_the_same_time(pool):
    done = [pool.submit(tasks.sleep, 0.3) for _ in range(2)]
    assert len({task.result().value for task in done}) == 2


def test_what_is_reported_comes_back_with_the_result_and_only_with_it(pool):
    done = pool.submit(tasks.reports).result()
    assert (done.value, done.findings) == ("done", (tasks.FOUND,))
    assert {pool.submit(tasks.pid).result().findings for _ in range(4)} == {()}


def test_an_error_comes_back_as_it_was(pool):
    with pytest.raises(ArticleError) as raised:
        pool.submit(tasks.fails).result()
    assert raised.value.diagnostic == tasks.FOUND
    assert [found.code for found in raised.value.diagnostics] == ["x", "y"]


def test_a_fault_comes_back_with_its_trace(pool):
    with pytest.raises(KeyError) as raised:
        pool.submit(tasks.has_a_fault).result()
    assert 'return {}["missing"]' in raised.value.__notes__[0]


@pytest.mark.parametrize(
    "work", [tasks.gives_what_cannot_be_sent, tasks.raises_what_cannot_be_sent]
)
def test_what_cannot_be_sent_is_said(pool, work):
    with pytest.raises(TypeError, match="cannot be sent"):
        pool.submit(work).result()
    assert pool.submit(tasks.pid).result().value in pool.pids


def test_what_cannot_be_asked_is_said(pool):
    with pytest.raises(Exception, match="pickle"):
        pool.submit(lambda: None).result()


@pytest.mark.parametrize("end", [tasks.kill_itself, tasks.exit_quietly])
def test_the_end_of_a_worker_harms_its_own_task_alone(pool, end):
    beside = pool.submit(tasks.sleep, 0.5)
    with pytest.raises(WorkerLostError, match="the process for this work ended"):
        pool.submit(end).result()
    assert beside.result().value in pool.pids
    wait([pool.submit(tasks.pid) for _ in range(8)])
    assert len(set(pool.pids)) == 2


def test_a_worker_that_dies_while_it_is_idle_is_replaced_unseen(pool):
    before = _both(pool)
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    _gone(before)
    for _ in range(4):
        assert pool.submit(tasks.pid).result().value in pool.pids


def test_the_server_that_starts_workers_is_replaced_too(pool):
    (server,) = {int(_field(pid, 1)) for pid in _both(pool)}
    os.kill(server, signal.SIGKILL)
    _gone([server])
    wait([pool.submit(tasks.pid) for _ in range(4)])  # the first may meet a worker that ends
    assert _both(pool) == set(pool.pids)


def test_work_can_be_given_up_before_it_begins_and_while_it_runs(pool):
    running = [pool.submit(tasks.spin) for _ in range(2)]
    waiting = pool.submit(tasks.spin)
    _until(lambda: all(task.running() for task in running))
    assert waiting.cancel()
    for task in running:
        assert task.cancel()
        with pytest.raises(CancelledError):
            task.result(30)
    assert pool.submit(tasks.pid).result(30).value in pool.pids


def test_work_given_up_before_it_begins_lets_go_of_what_it_was_given():
    with Pool(1) as pool:
        running = pool.submit(tasks.spin)
        _until(running.running)
        body = {"what may be many megabytes"}
        kept = weakref.ref(body)
        waiting = pool.submit(tasks.uses, body)
        del body
        assert kept()
        assert waiting.cancel()
        assert kept() is None
        assert running.cancel()


def test_done_work_cannot_be_given_up(pool):
    task = pool.submit(tasks.pid)
    before = task.result().value
    assert not task.cancel()
    assert before in pool.pids


def test_workers_keep_their_renderers(pool):
    ids = {pool.submit(tasks.same_renderer, Setting("fa")).result().value for _ in range(6)}
    assert len(ids) <= 2


def test_pages_are_those_of_this_process(pool, samples):
    from toolkit.render import Renderer

    here = Renderer("fa").pdf(samples["water-report"])
    there = pool.submit(tasks.pdf, samples["water-report"], "fa").result()
    assert there.value == here


def test_the_worker_of_late_work_is_killed_and_no_other():
    with Pool(2, deadline=1) as pool:
        before = set(pool.pids)
        late, soon = pool.submit(tasks.spin), pool.submit(tasks.pid)
        assert soon.result().value in before
        with pytest.raises(DeadlineError, match="takes longer than the 1 seconds that it may"):
            late.result()
        assert len({pool.submit(tasks.sleep, 0.1).result().value for _ in range(4)}) <= 2
        assert len(before & set(pool.pids)) == 1


@pytest.mark.parametrize("hog", [(tasks.uses, 10**9), (tasks.runs_out_behind_an_error,)])
def test_memory_is_limited(hog):
    with Pool(1, memory=300 * MB) as pool:
        before = pool.pids
        with pytest.raises(MemoryLimitError, match="more than the 300 MB of memory"):
            pool.submit(*hog).result()
        assert pool.submit(tasks.uses, MB).result().value == MB
        assert pool.pids != before


def test_a_worker_that_has_grown_is_replaced():
    with Pool(1, memory=400 * MB) as pool:
        (before,) = pool.pids
        assert pool.submit(tasks.pid).result().value == before
        pool.submit(tasks.uses, 200 * MB).result()
        assert pool.submit(tasks.pid).result().value != before


def test_a_worker_is_replaced_after_its_number_of_tasks():
    with Pool(1, tasks=3) as pool:
        pids = [pool.submit(tasks.pid).result().value for _ in range(7)]
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [3, 3, 1]


def test_closing_finishes_what_there_is():
    pool = Pool(1)
    done = [pool.submit(tasks.sleep, 0.1) for _ in range(3)]
    pids = pool.pids
    pool.close()
    assert [task.result(0).value for task in done] == [*pids] * 3
    _gone(pids)
    with pytest.raises(RuntimeError):
        pool.submit(tasks.pid)


def test_closing_at_once_gives_up_what_there_is():
    pool = Pool(1)
    running, waiting = pool.submit(tasks.spin), pool.submit(tasks.spin)
    _until(running.running)
    pids = pool.pids
    pool.close(at_once=True)
    for task in (running, waiting):
        with pytest.raises(CancelledError):
            task.result(0)
    _gone(pids)


def test_closing_that_is_interrupted_gives_up_what_there_is(monkeypatch):
    pool = Pool(1)
    running, waiting = pool.submit(tasks.spin), pool.submit(tasks.spin)
    _until(running.running)
    pids = pool.pids
    monkeypatch.setattr("toolkit.workers.pool.wait", Mock(side_effect=KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        pool.close()
    for task in (running, waiting):
        with pytest.raises(CancelledError):
            task.result(0)
    _gone(pids)


PROGRAM = """
import time
from tests.workers import tasks
from toolkit.workers import Pool
if __name__ == "__main__":
    with Pool(2) as pool:
        pool.submit(tasks.pid).result()
        spinning = pool.submit(tasks.spin)
        time.sleep(0.3)
        print(*pool.pids, flush=True)
        while not spinning.done():
            time.sleep(0.1)  # a wait without end sleeps on if the signal comes just before it
"""


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_program_and_print_nothing(tmp_path, end):
    (tmp_path / "program.py").write_text(PROGRAM)
    with subprocess.Popen(
        [sys.executable, tmp_path / "program.py"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as program:
        pids = [int(pid) for pid in program.stdout.readline().split()]
        os.killpg(program.pid, end) if end == signal.SIGINT else program.send_signal(end)
        _out, said = program.communicate(timeout=60)
    assert said.count("Traceback") == (end == signal.SIGINT)  # the program's own
    _gone(pids)


@pytest.mark.parametrize("kind", ToolkitError.__subclasses__())
def test_every_error_goes_through_the_pipe_whole(kind):
    error = kind(tasks.FOUND, tasks.FOUND)
    found = pickle.loads(pickle.dumps(error))
    assert (type(found), found.diagnostics) == (kind, error.diagnostics)


def _both(pool):
    """Return the ids of both processes once each has answered, and none is being replaced."""
    while True:
        found = {pool.submit(tasks.sleep, 0.2) for _ in range(2)}
        if len(pids := {task.result(60).value for task in found}) == 2:
            return pids


def _gone(pids):
    _until(lambda: not any(map(_is_running, pids)))


def _is_running(pid):
    """Whether there is such a process that is not merely waiting to be reaped."""
    try:
        return _field(pid, 0) != "Z"
    except FileNotFoundError:
        return False


def _field(pid, number):
    """A field of the process's status, from that of its state."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[number]


def _until(is_so):
    end = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.01)
