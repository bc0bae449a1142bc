"""The articles in the manifest."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from toolkit.errors import Diagnostic
from toolkit.export.records import Entry, Facts, diagnostics, written
from toolkit.sources.relations import taken

__all__ = ["Articles", "FoundFile"]

FoundFile = tuple[bytes, bytes, bytes, bytes, int, int]
"""Path, what it is sorted by, folder, the article's name, time in nanoseconds, and size."""

_PAGE = 256


class Articles:
    """What is known of the articles.

    Args:
        connection: The manifest's.
        run: The number of this run.
    """

    def __init__(self, connection: sqlite3.Connection, run: int) -> None:
        self._connection = connection
        self._ask = connection.execute
        self._run = run

    def find(self, files: Iterable[FoundFile]) -> None:
        """Take the files that were found."""
        self._connection.executemany("INSERT OR IGNORE INTO found VALUES (?, ?, ?, ?, ?, ?)", files)

    def groups(self) -> Iterator[tuple[bytes, bytes, list[tuple[bytes, int, int]]]]:
        """Yield folder, name and files of each article, in the order of their first files."""
        rows = self._ask(
            "SELECT folder, name, path, changed, size FROM found "
            "ORDER BY min(place) OVER (PARTITION BY folder, name), place"
        )
        for (folder, name), files in groupby(rows, key=lambda row: row[:2]):
            yield folder, name, [row[2:] for row in files]

    def known(self, folder: bytes, name: bytes) -> tuple[str, bytes, str] | None:
        """Return state, stamp and facts of an article, or ``None``."""
        query = "SELECT state, stamp, facts FROM article WHERE folder = ? AND name = ?"
        found: tuple[str, bytes, str] | None = self._ask(query, (folder, name)).fetchone()
        return found

    def keep(self, folder: bytes, name: bytes, rank: int) -> None:
        """Note that an article is here as it was."""
        values = (rank, self._run, folder, name)
        self._ask("UPDATE article SET rank = ?, run = ? WHERE folder = ? AND name = ?", values)

    def await_reading(
        self, folder: bytes, name: bytes, rank: int, files: Iterable[str], stamp: bytes
    ) -> None:
        """Note that an article is to be read; what was known of it stays meanwhile."""
        known_as = name.decode("utf-8", "replace")
        place = (folder, name, rank, self._run, json.dumps([*files]), stamp)
        self._ask(
            "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, 'new', ?, ?, 0, '', '', '[]') "
            "ON CONFLICT DO UPDATE SET rank = excluded.rank, run = excluded.run, "
            "files = excluded.files, stamp = excluded.stamp, state = 'new'",
            (*place, known_as, known_as.casefold()),
        )

    def forget_missing(self) -> None:
        """Forget the articles that this run has not found."""
        self._ask("DELETE FROM article WHERE run < ?", (self._run,))

    def forget_facts(self) -> None:
        """Have all articles read again."""
        self._ask("UPDATE article SET stamp = x''")

    def read(self, rank: int, facts: Facts, findings: Iterable[Diagnostic]) -> None:
        """Note what was read of an article, and why some of its files are not in it."""
        self._ask(
            "UPDATE article SET state = 'good', id = ?, folded = ?, newest = ?, facts = ?, "
            "findings = ? WHERE rank = ?",
            (facts.id, facts.id.casefold(), facts.newest, facts.written(), written(findings), rank),
        )

    def damaged(self, rank: int, findings: Iterable[Diagnostic], *, is_final: bool) -> None:
        """Note why an article cannot be shown.

        Args:
            rank: The article.
            findings: Why.
            is_final: Whether it cannot be shown until its files change.
        """
        self._ask(
            "UPDATE article SET state = 'damaged', findings = ?, "
            "stamp = iif(?, stamp, x'') WHERE rank = ?",
            (written(findings), is_final, rank),
        )

    def part_doubles(self) -> None:
        """Keep of the articles with one id the first; some file systems see no case."""
        self._ask("UPDATE article SET state = 'good', rival = '' WHERE state = 'double'")
        same = self._ask(
            "SELECT folded, rank, facts FROM article WHERE state = 'good' AND folded IN (SELECT "
            "folded FROM article WHERE state = 'good' GROUP BY folded HAVING count(*) > 1) "
            "ORDER BY folded, rank"
        ).fetchall()
        for _, (first, *others) in groupby(same, key=lambda row: row[0]):
            rival = Facts.read(first[2]).file
            for _, rank, _ in others:
                values = (_storable(rival), rank)
                self._ask("UPDATE article SET state = 'double', rival = ? WHERE rank = ?", values)

    def count(self) -> int:
        """Return the number of good articles."""
        (number,) = self._ask("SELECT count(*) FROM article WHERE state = 'good'").fetchone()
        return int(number)

    def count_unread(self) -> int:
        """Return the number of articles that are to be read."""
        (number,) = self._ask("SELECT count(*) FROM article WHERE state = 'new'").fetchone()
        return int(number)

    def unread(self) -> Iterator[tuple[int, tuple[Path, ...]]]:
        """Yield rank and files of the articles that are to be read."""
        for rank, files, _ in self._pages("new"):
            yield rank, _paths(files)

    def good(self) -> Iterator[Entry]:
        """Yield the good articles in the order of their files; notes can be taken meanwhile."""
        return map(_entry, self._pages("good"))

    def _pages(self, state: Literal["new", "good"]) -> Iterator[tuple[Any, ...]]:
        query = "SELECT rank, files, facts FROM article WHERE state = ? AND rank > ?"
        last = -1
        while rows := self._ask(f"{query} ORDER BY rank LIMIT {_PAGE}", (state, last)).fetchall():
            yield from rows
            last = rows[-1][0]

    def newest(self, most: int) -> tuple[Entry, ...]:
        """Return the good articles that were published last, the newest first."""
        query = "SELECT rank, files, facts FROM article WHERE state = 'good' "
        return tuple(map(_entry, self._ask(f"{query} ORDER BY newest DESC, id LIMIT ?", (most,))))

    def get(self, name: str) -> Entry | None:
        """Return the good article of an id, or ``None``."""
        query = "SELECT rank, files, facts FROM article WHERE folded = ? AND state = 'good'"
        rows = map(_entry, self._ask(query, (name.casefold(),)))
        return next((entry for entry in rows if entry.facts.id == name), None)

    def failures(self) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
        """Yield the ids of the articles that are not shown, or not whole, and why."""
        for name, rival, facts, told in self._ask(
            "SELECT id, rival, facts, findings FROM article "
            "WHERE findings != '[]' OR state = 'double' ORDER BY rank"
        ):
            double = taken(name, Facts.read(facts).file, rival).diagnostics if rival else ()
            yield name, (*diagnostics(told), *double)


def _entry(row: tuple[Any, ...]) -> Entry:
    return Entry(row[0], _paths(row[1]), Facts.read(row[2]))


def _paths(files: str) -> tuple[Path, ...]:
    return tuple(map(Path, json.loads(files)))


def _storable(path: str) -> str:
    """Return a path without what UTF-8 does not have."""
    return os.fsencode(path).decode("utf-8", "replace")
