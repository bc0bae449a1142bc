"""Finds the articles in folders, and those among them that have changed.

The files are sorted in the manifest, on disk: however many they are, they are never all in memory.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from toolkit.errors import SourceError
from toolkit.export.articles import Articles, FoundFile
from toolkit.export.digest import digest
from toolkit.export.order import Order
from toolkit.export.records import Facts, Picture
from toolkit.sources.files import article_files
from toolkit.sources.group import group_of

__all__ = ["look_at", "scan"]


def scan(order: Order, articles: Articles, fail: Callable[[SourceError], None]) -> int:
    """Note which articles are there, and which of them are to be read.

    Args:
        order: The folders.
        articles: Knows those of earlier runs.
        fail: Receives why a file or folder cannot be read.

    Returns:
        The number of articles.
    """
    articles.find(_found(order, fail))
    rank = -1
    for rank, (folder, name, files) in enumerate(articles.groups()):
        stamp = digest(str(part).encode() for file in files for part in file)
        if _is_as_it_was(articles.known(folder, name), stamp):
            articles.keep(folder, name, rank)
        else:
            paths = (os.fsdecode(path) for path, _, _ in files)
            articles.await_reading(folder, name, rank, paths, stamp)
    articles.forget_missing()
    return rank + 1


def _found(order: Order, fail: Callable[[SourceError], None]) -> Iterator[FoundFile]:
    skip = [order.out, *order.publication.own_folders]
    for number, source in enumerate(order.sources):
        for file in article_files(source, skip=skip, fail=fail):
            try:
                facts = file.stat()
            except OSError:
                continue  # it has gone in the meantime
            path, (folder, name) = os.fsencode(file), group_of(file)
            place = number.to_bytes(4, "big") + path.replace(b"/", b"\0")
            group = os.fsencode(folder), os.fsencode(name)
            yield path, place, *group, facts.st_mtime_ns, facts.st_size


def _is_as_it_was(known: tuple[str, bytes, str] | None, stamp: bytes) -> bool:
    if known is None:
        return False
    state, before, written = known
    if state == "new" or before != stamp:
        return False
    if not written:
        return True
    facts = Facts.read(written)
    return facts.is_settled and all(look_at(Path(one[0])) == one for one in facts.looked_at)


def look_at(picture: Path) -> Picture | None:
    """Return what tells whether a picture has changed, or ``None`` where it has gone."""
    try:
        found = picture.stat()
    except OSError:
        return None
    return str(picture), found.st_mtime_ns, found.st_size
