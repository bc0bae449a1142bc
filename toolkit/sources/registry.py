"""Which reader reads which file: by suffix; installed packages can add their own."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from toolkit.sources.draft import Draft, unreadable
from toolkit.sources.html_file import read_html
from toolkit.sources.json_file import read_json
from toolkit.sources.markdown_file import read_markdown

__all__ = ["GROUP", "Reader", "read", "readers"]

Reader = Callable[[Path], Draft]
"""Reads a file; raises :class:`~toolkit.errors.SourceError` where it cannot."""

GROUP = "toolkit.sources"
"""Entry points of this group are readers, named by their suffix: ``rst = "pkg.module:read"``."""

_BUILT_IN: Mapping[str, Reader] = {
    ".htm": read_html,
    ".html": read_html,
    ".json": read_json,
    ".markdown": read_markdown,
    ".md": read_markdown,
}


@cache
def readers() -> Mapping[str, Reader]:
    """Return the reader of each suffix, a dot before it, in lower case."""
    added = {f".{point.name.lower()}": point.load() for point in entry_points(group=GROUP)}
    return {**added, **_BUILT_IN}


def read(path: Path) -> Draft:
    """Return what a file says, not yet checked.

    Args:
        path: The file.

    Raises:
        SourceError: No reader knows the suffix, or the file cannot be read.
    """
    if path.is_dir():
        remedy = "Name a file in it, or load the folder as a collection"
        raise unreadable(path, "cannot-read", "is a folder, not an article", remedy)
    reader = readers().get(path.suffix.lower())
    if reader is None:
        reason = f"is of no known kind ({path.suffix or 'without a suffix'})"
        remedy = f"Known are {', '.join(sorted(readers()))}"
        raise unreadable(path, "unknown-kind", reason, remedy)
    return reader(path)
