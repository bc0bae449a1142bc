"""The first pass: the articles that are new or have changed are read, each in a worker."""

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from toolkit.errors import ArticleError, Diagnostic, SourceError, WorkerLostError
from toolkit.export.digest import digest
from toolkit.export.engine import engine_digest
from toolkit.export.events import Failed, Finished, Phase
from toolkit.export.flow import Call, Flow
from toolkit.export.manifest import Manifest
from toolkit.export.order import Order
from toolkit.export.reading import read
from toolkit.export.records import Facts, What
from toolkit.export.teller import Teller
from toolkit.render.faults import faults_of
from toolkit.workers import Done

__all__ = ["Subject", "forget_if_read_otherwise", "index"]

Subject = tuple[int, tuple[Path, ...]]
"""An article's rank and files."""

_Read = tuple[Facts, tuple[Diagnostic, ...]]


def forget_if_read_otherwise(order: Order, manifest: Manifest) -> None:
    """Have all articles read again where the toolkit or the time zone is another one."""
    now = digest([engine_digest(), order.publication.time_zone or ""]).hex()
    if manifest.setting("reading") != now:
        manifest.articles.forget_facts()
        manifest.set("reading", now)


def index(order: Order, manifest: Manifest, flow: Flow, tell: Teller) -> None:
    """Read the articles that wait for it, and tell which articles cannot be shown.

    Args:
        order: The export.
        manifest: Takes what is read.
        flow: Has it read.
        tell: Receives what happens.
    """
    tell(Phase("reading", manifest.articles.count_unread()))
    for call, done in flow.run(_calls(order, manifest)):
        _note(call, done, manifest, flow, tell)
        manifest.save_some()
    manifest.articles.part_doubles()
    manifest.save()
    for name, findings in manifest.articles.failures():
        tell(Failed(What(name), findings))


def _calls(order: Order, manifest: Manifest) -> Iterator[Call[Subject]]:
    for rank, files in manifest.articles.unread():
        yield Call(read, (files, order.publication), (rank, files))


def _note(
    call: Call[Subject],
    done: Future[Done[_Read]],
    manifest: Manifest,
    flow: Flow,
    tell: Teller,
) -> None:
    rank, files = call.subject
    error = done.exception()
    if error is None:
        found = done.result()
        facts, failures = found.value
        manifest.articles.read(rank, facts, failures)
        tell.findings(found.findings)
        tell(Finished("read", What(facts.id)))
    elif isinstance(error, WorkerLostError) and not call.is_again:
        flow.again(replace(call, is_again=True))
    else:
        assert isinstance(error, Exception)  # noqa: S101 - a worker sends no other
        faults = faults_of(error, files[0], str(files[0]))
        is_final = isinstance(error, SourceError | ArticleError)
        manifest.articles.damaged(rank, faults, is_final=is_final)
        tell(Finished("read", What(None)))
