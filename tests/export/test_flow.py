"""Results come as they are ready, and no more tasks are taken than can be worked on."""

from concurrent.futures import Future
from typing import ClassVar

import pytest

from toolkit.export import flow
from toolkit.export.flow import Call, Flow


class Manual:
    """A pool whose tasks end when the test says so."""

    made: ClassVar[list] = []

    def __init__(self, size, *, deadline, memory):
        self.tasks = []
        self.closed = []
        Manual.made.append(self)

    def submit(self, function, *args):
        self.tasks.append(Future())
        return self.tasks[-1]

    def close(self, *, at_once=False):
        self.closed.append(at_once)


@pytest.fixture
def flowing(monkeypatch):
    """A flow of two workers, and its pool."""
    monkeypatch.setattr(flow, "Pool", Manual)
    Manual.made = []
    return Flow(2, 60.0, 10**9)


def calls(count, taken):
    for number in range(count):
        taken.append(number)
        yield Call(print, (), number)


def test_calls_are_taken_when_there_is_room(flowing):
    taken = []
    results = flowing.run(calls(10, taken))
    # The first result lets one more be taken.
    flowing._start(Call(print, (), "first"))
    (pool,) = Manual.made
    pool.tasks[0].set_result("done")
    call, _ = next(results)
    assert (call.subject, taken) == ("first", [0, 1, 2])
    pool.tasks[2].set_result("done")
    assert next(results)[0].subject == 1
    assert taken == [0, 1, 2, 3]


def test_what_is_to_run_again_comes_first(flowing):
    results = flowing.run(calls(10, []))
    flowing._start(Call(print, (), "first"))
    (pool,) = Manual.made
    pool.tasks[0].set_result("done")
    call, _ = next(results)
    flowing.again(call)
    pool.tasks[1].set_result("done")
    next(results)
    assert len(pool.tasks) == 5
    pool.tasks[4].set_result("done")
    assert next(results)[0].subject == "first"


def test_no_worker_is_started_for_nothing(flowing):
    assert [*flowing.run(iter(()))] == []
    assert Manual.made == []


def test_a_stop_lets_what_runs_end(flowing):
    results = flowing.run(calls(10, []))
    flowing._start(Call(print, (), "first"))
    (pool,) = Manual.made
    pool.tasks[0].set_result("done")
    next(results)
    flowing.stop("SIGINT")
    flowing.stop("later")
    for task in pool.tasks[1:]:
        task.set_result("done")
    assert len([*results]) == 3
    assert flowing.stopped == "SIGINT"


def test_who_does_not_end_in_time_is_ended(flowing, monkeypatch):
    monkeypatch.setattr(flow, "_GRACE", 0.01)
    results = flowing.run(calls(10, []))
    flowing._start(Call(print, (), "first"))
    (pool,) = Manual.made
    pool.tasks[0].set_result("done")
    next(results)
    flowing.stop("SIGINT")
    assert [*results] == []
    assert pool.closed == [True]
