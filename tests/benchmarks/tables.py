"""Tables of figures, for people and as JSON."""

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import rich.table
from rich.console import Console

__all__ = ["Table", "write_json"]

_NAMED = ("article-toolkit", "weasyprint", "playwright", "typst", "plutoprint")


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with headings.

    Args:
        title: What was measured.
        rows: Each with the same headings; the first figure is a name.
        note: What to know about them.
    """

    title: str
    rows: Sequence[Mapping[str, object]]
    note: str = ""

    def show(self, console: Console) -> None:
        """Print it."""
        table = rich.table.Table(title=self.title, title_justify="left", caption=self.note)
        for place, heading in enumerate(self.rows[0] if self.rows else ()):
            table.add_column(heading, justify="right" if place else "left")
        for row in self.rows:
            table.add_row(*map(_written, row.values()))
        console.print(table)


def write_json(tables: Sequence[Table], path: Path) -> None:
    """Write tables to a file, with what they were measured on.

    Args:
        tables: The tables.
        path: The file.
    """
    found = {
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        "versions": {name: _version(name) for name in _NAMED},
        "tables": [
            {"title": table.title, "note": table.note, "rows": list(map(dict, table.rows))}
            for table in tables
        ],
    }
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _written(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        places = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
        return f"{value:,.{places}f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
