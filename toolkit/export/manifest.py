"""The manifest: what was read and made, in SQLite, so that a run goes on where one has ended.

``OUT/.toolkit/manifest.sqlite`` is written ahead (https://www.sqlite.org/wal.html): whoever kills
the program or the machine loses what was noted last, a second's work, and the next run makes it
again.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from toolkit.errors import Diagnostic, ExportError
from toolkit.export.articles import Articles
from toolkit.export.outputs import Outputs

__all__ = ["FOLDER", "Manifest", "open_manifest", "unkept"]

FOLDER = ".toolkit"
VERSION = 1
_APPLICATION = 0x41544B31
_SCHEMA = Path(__file__).parent / "data/manifest.sql"
_ANEW = "Delete it and run again, which makes everything anew"
_PAUSE = 1.0
"""Seconds until notes are put onto the disk."""


class Manifest:
    """What was read and made.

    Args:
        connection: A connection in a transaction.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._saved = time.monotonic()
        self.run = int(self.setting("run") or 0) + 1
        self.set("run", str(self.run))
        self.articles = Articles(connection, self.run)
        self.outputs = Outputs(connection, self.run)

    def give_up(self) -> None:
        """Forget what was noted and could not be saved."""
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")
        self._connection.execute("BEGIN")

    def save(self) -> None:
        """Put all that was noted onto the disk."""
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN")
        self._saved = time.monotonic()

    def save_some(self) -> None:
        """Put onto the disk what was noted, if the last time is some while ago."""
        if time.monotonic() - self._saved >= _PAUSE:
            self.save()

    def setting(self, name: str) -> str | None:
        """Return a value that was kept under a name, or ``None``."""
        query = "SELECT value FROM setting WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        return row and str(row[0])

    def set(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self._connection.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))


@contextmanager
def open_manifest(out: Path, *, is_synced: bool = False) -> Iterator[Manifest]:
    """Open the manifest of a folder, and make it where there is none.

    Args:
        out: The folder of the results, with its folder :data:`FOLDER`.
        is_synced: Whether what is saved is on the disk when that is said.

    Raises:
        ExportError: The manifest is damaged, of a newer toolkit, or cannot be written.
    """
    path = _path(out)
    connection = None
    try:
        connection = sqlite3.connect(path, isolation_level=None)
        _set_up(connection, path, "FULL" if is_synced else "NORMAL")
        yield Manifest(connection)
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        raise unkept(out, error) from error
    except sqlite3.DatabaseError as error:
        raise _refused(path, f"is damaged: {error}", _ANEW) from error
    finally:
        if connection:
            connection.close()


def _set_up(connection: sqlite3.Connection, path: Path, synchronous: str) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application not in (0, _APPLICATION):
        raise _refused(path, "is another program's", _ANEW)
    if version > VERSION:
        raise _refused(path, "was written by a newer toolkit", f"Update the toolkit. {_ANEW}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.executescript(_SCHEMA.read_text("utf-8"))
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("BEGIN")


def unkept(out: Path, error: sqlite3.OperationalError) -> ExportError:
    """Return the error that says why the manifest cannot be written.

    Args:
        out: The folder of the results.
        error: What SQLite says.
    """
    remedy = "Free space on the disk, check the folder's rights, and run the same command again"
    return _refused(_path(out), f"cannot be kept: {error}", remedy)


def _path(out: Path) -> Path:
    return out / FOLDER / "manifest.sqlite"


def _refused(path: Path, reason: str, remedy: str) -> ExportError:
    reason = f"the record of what was made {reason}"
    return ExportError(Diagnostic(code="manifest", reason=reason, remedy=remedy, file=str(path)))
