"""Small articles, and exports of them that tell everything."""

import json
from concurrent.futures import Future
from dataclasses import dataclass

import pytest

from toolkit.article import Publication
from toolkit.export import Order, export
from toolkit.export.events import Failed, Finished, Told, as_data
from toolkit.workers import Done
from toolkit.workers.reports import taken


@dataclass(frozen=True)
class Outcome:
    """What an export has told."""

    summary: object
    events: list

    @property
    def made(self):
        """Paths of the files that were made, sorted."""
        return sorted(
            event.path for event in self.events if isinstance(event, Finished) and event.path
        )

    @property
    def failed(self):
        """Article, locale, format and first code of what failed, sorted."""
        return sorted(
            (event.what.id or "", event.what.locale or "", event.what.format or "",
             event.findings[0].code)
            for event in self.events
            if isinstance(event, Failed)
        )  # fmt: skip

    @property
    def warnings(self):
        return [one for event in self.events if isinstance(event, Told) for one in event.findings]

    @property
    def counts(self):
        data = as_data(self.summary)
        return tuple(data[name] for name in ("made", "skipped", "failed", "gone", "removed"))


@pytest.fixture
def write(folder):
    """Return a function that writes an article of some fields, and gives its file."""

    def written(name, body="Text.", **fields):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        front = json.dumps({"title": name} | fields, ensure_ascii=False)
        file.write_text(f"---\n{front}\n---\n\n{body}\n", "utf-8")
        return file

    return written


@pytest.fixture
def order_of(folder, tmp_path):
    """Return a function that gives an order for the articles of the folder."""

    def order(**wishes):
        stock = {
            "sources": (folder,),
            "locales": ("en", "fa"),
            "formats": ("html",),
            "out": tmp_path / "out",
            "publication": Publication(),
            "jobs": 1,
            "deadline": 60.0,
        }
        return Order(**(stock | wishes))

    return order


class Here:
    """A pool whose work is done at once and in this process; tests of faults have real ones."""

    def __init__(self, size, *, deadline, memory):
        pass

    def submit(self, function, *args):
        task = Future()
        try:
            task.set_result(Done(function(*args), taken()))
        except Exception as error:  # noqa: BLE001
            task.set_exception(error)
        return task

    def close(self, *, at_once=False):
        pass


@pytest.fixture
def here(monkeypatch):
    """Have no processes started."""
    monkeypatch.setattr("toolkit.export.flow.Pool", Here)


@pytest.fixture
def exported(order_of, here):
    """Return a function that exports the articles of the folder."""

    def run(**wishes):
        events = []
        return Outcome(export(order_of(**wishes), events.append), events)

    return run


@pytest.fixture
def contents():
    """Return a function that gives the files of a folder and their content, records left out."""

    def read(folder):
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file() and ".toolkit" not in file.parts and "report.json" not in file.name
        }

    return read
