"""``export-report.json``: what came of an export, and why some files could not be made."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from toolkit import __version__
from toolkit.export.events import Failed, Summary, as_json
from toolkit.export.manifest import Manifest
from toolkit.export.records import What
from toolkit.render.output import whole

__all__ = ["NAME", "write_report"]

NAME = "export-report.json"


def write_report(
    out: Path, summary: Summary, manifest: Manifest, unread: Iterable[Failed] = ()
) -> None:
    """Write the report; however long it is, only a line of it is in memory.

    Args:
        out: The folder of the results.
        summary: What came of the export.
        manifest: Knows what failed, and what is gone.
        unread: What could not be searched for articles.

    Raises:
        OSError: It cannot be written.
    """
    with whole(out / NAME) as file:
        for line in _lines(summary, chain(unread, _failures(manifest)), manifest.outputs.gone()):
            file.write(line.encode())


def _failures(manifest: Manifest) -> Iterator[Failed]:
    for name, findings in manifest.articles.failures():
        yield Failed(What(name), findings)
    for what, findings in manifest.outputs.failures():
        yield Failed(what, findings)


def _lines(summary: Summary, failures: Iterable[Failed], gone: Iterable[str]) -> Iterator[str]:
    yield f'{{"generator": "Article Toolkit {__version__}",\n"summary": {as_json(summary)},\n'
    yield '"failures": ['
    yield from _items(map(as_json, failures))
    yield '],\n"gone": ['
    yield from _items(map(json.dumps, gone))
    yield "]}\n"


def _items(items: Iterable[str]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f"{',' if number else ''}\n{item}"
