"""Which files of a folder hold articles."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from toolkit.errors import SourceError
from toolkit.sources.draft import unreadable
from toolkit.sources.registry import readers

__all__ = ["article_files"]


def article_files(
    path: Path, *, skip: Iterable[Path] = (), fail: Callable[[SourceError], None]
) -> Iterator[Path]:
    """Yield the files that hold articles: a file that is named, and of a folder the known kinds.

    What begins with a full stop or an underline is hidden, and a readme is none.  Links to folders
    are not followed.  Nothing but the names of the folders still to search is in memory.

    Args:
        path: A file, or a folder that is searched with the folders in it.
        skip: Folders whose files are no articles, such as the one that takes the results.
        fail: Receives why a file or folder cannot be read.

    Yields:
        The files, in no order.
    """
    if path.is_dir():
        yield from _inside(path, tuple(folder.resolve() for folder in skip), fail)
    elif path.exists():
        yield path
    else:
        fail(unreadable(path, "cannot-read", "does not exist", "Correct the path"))


def _inside(
    top: Path, skip: tuple[Path, ...], fail: Callable[[SourceError], None]
) -> Iterator[Path]:
    kinds = readers()
    folders = [top]
    while folders:
        folder = folders.pop()
        if any(folder.resolve().is_relative_to(other) for other in skip):
            continue
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "_")):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(folder / entry.name)
                    elif _is_article(entry, kinds) and not _leads_to(entry, skip):
                        yield folder / entry.name
        except OSError as error:
            reason = f"cannot be read: {error.strerror or error}"
            fail(unreadable(folder, "cannot-read", reason, "Let the folder be read"))


def _is_article(entry: os.DirEntry[str], kinds: Iterable[str]) -> bool:
    name = Path(entry.name)
    is_readme = name.stem.split(".")[0].lower() == "readme"
    return name.suffix.lower() in kinds and not is_readme and entry.is_file()


def _leads_to(entry: os.DirEntry[str], folders: tuple[Path, ...]) -> bool:
    """Return whether a link leads into one of some folders."""
    if not entry.is_symlink():
        return False
    target = Path(entry.path).resolve()
    return any(target.is_relative_to(folder) for folder in folders)
