"""``export-report.json``: what came of an export, and why some files could not be made."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from toolkit import __version__
from toolkit.export.events import Failed, Summary, as_data
from toolkit.export.manifest import Manifest
from toolkit.export.records import What
from toolkit.render.output import whole

__all__ = ["NAME", "write_report"]

NAME = "export-report.json"


def write_report(out: Path, summary: Summary, manifest: Manifest) -> None:
    """Write the report; however long it is, only a line of it is in memory.

    Args:
        out: The folder of the results.
        summary: What came of the export.
        manifest: Knows what failed, and what is gone.

    Raises:
        OSError: It cannot be written.
    """
    with whole(out / NAME) as file:
        head = {"generator": f"Article Toolkit {__version__}", **as_data(summary)}
        file.write(_json(head).removesuffix("}").encode())
        for name, items in (("failures", _failures(manifest)), ("gone", manifest.outputs.gone())):
            file.write(f',\n"{name}": ['.encode())
            for line in _lines(items):
                file.write(line.encode())
            file.write(b"]")
        file.write(b"}\n")


def _failures(manifest: Manifest) -> Iterator[dict[str, Any]]:
    for name, findings in manifest.articles.failures():
        yield as_data(Failed(What(name), findings))
    for what, findings in manifest.outputs.failures():
        yield as_data(Failed(what, findings))


def _lines(items: Iterable[object]) -> Iterator[str]:
    for number, item in enumerate(items):
        yield f"{',' if number else ''}\n{_json(item)}"


def _json(item: object) -> str:
    return json.dumps(item, ensure_ascii=False)
