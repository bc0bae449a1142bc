"""The files in the manifest that were made."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import chain

from toolkit.errors import Diagnostic
from toolkit.export.records import Made, Output, What, diagnostics, written

__all__ = ["Outputs"]


class Outputs:
    """What is known of the files that were made.

    Args:
        connection: The manifest's.
        run: The number of this run.
    """

    def __init__(self, connection: sqlite3.Connection, run: int) -> None:
        self._ask = connection.execute
        self._run = run

    def get(self, path: str) -> Output | None:
        """Return what is known of a file, or ``None``."""
        query = "SELECT state, fingerprint, digest, size, changed, assets FROM output "
        row = self._ask(f"{query} WHERE path = ?", (path,)).fetchone()
        if row is None:
            return None
        state, fingerprint, digest, size, changed, assets = row
        is_made = state == "made"
        return Output(is_made, fingerprint, digest, size, changed, tuple(assets.split()))

    def made(self, made: Made, what: What, fingerprint: bytes) -> None:
        """Note that a file was made.

        Args:
            made: The file.
            what: What it shows.
            fingerprint: All that it depends on.
        """
        file = (made.digest, made.size, made.changed, made.seconds, " ".join(made.assets))
        values = (made.path, *what, self._run, fingerprint, *file, written(made.findings))
        self._ask(
            "INSERT OR REPLACE INTO output VALUES (?, ?, ?, ?, ?, 'made', ?, ?, ?, ?, ?, ?, ?)",
            values,
        )

    def failed(self, path: str, what: What, findings: Iterable[Diagnostic]) -> None:
        """Note why a file could not be made.

        Args:
            path: Where it would stand.
            what: What it would show.
            findings: Why not.
        """
        self._ask(
            "INSERT INTO output VALUES (?, ?, ?, ?, ?, 'failed', x'', '', 0, 0, 0, '', ?) ON "
            "CONFLICT DO UPDATE SET run = excluded.run, state = 'failed', "
            "findings = excluded.findings",
            (path, *what, self._run, written(findings)),
        )

    def failures(self) -> Iterator[tuple[What, tuple[Diagnostic, ...]]]:
        """Yield what this run could not make, and why."""
        for *what, told in self._ask(
            "SELECT id, locale, format, findings FROM output WHERE state = 'failed' AND run = ? "
            "ORDER BY path",
            (self._run,),
        ):
            yield What(*what), diagnostics(told)

    def gone(self) -> Iterator[str]:
        """Yield the paths of what was made of articles that are no more."""
        for (path,) in self._ask("SELECT path FROM gone ORDER BY path"):
            yield path

    def forget_gone(self) -> None:
        """Forget the files that were made of articles that are no more."""
        self._ask("DELETE FROM output WHERE path IN (SELECT path FROM gone)")

    def need(self, more: Iterable[str]) -> None:
        """Find out which files in ``assets/`` are needed: those that pages refer to, and more."""
        self._ask("CREATE TEMP TABLE needed (name TEXT PRIMARY KEY) WITHOUT ROWID")
        referred = (names.split() for (names,) in self._ask("SELECT DISTINCT assets FROM output"))
        for names in chain([more], referred):
            for name in names:
                self._ask("INSERT OR IGNORE INTO needed VALUES (?)", (name,))

    def needs(self, name: str) -> bool:
        """Return whether a file in ``assets/`` is needed, once :meth:`need` was called."""
        return bool(self._ask("SELECT 1 FROM needed WHERE name = ?", (name,)).fetchone())
