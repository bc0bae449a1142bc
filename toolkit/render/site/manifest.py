"""What a site consists of, so that the next one made in its place removes what is gone."""

from collections.abc import Iterable
from pathlib import Path

from toolkit.render.output import write_whole

__all__ = ["NAME", "replace_manifest"]

NAME = ".site"
"""File that lists a site's files, one path on each line."""

_LARGEST = 100_000_000


def replace_manifest(out: Path, files: Iterable[str]) -> None:
    """Remove the files that an earlier site had in a folder, and list those of the new one.

    Only what the list names is removed, and nothing outside of the folder.

    Args:
        out: The folder.
        files: Paths of the new site's files in it, with slashes.

    Raises:
        OSError: A file cannot be removed, or the list not be written.
    """
    new = sorted(files)
    for path in _listed(out) - set(new):
        file = out / path
        if file.is_file() and file.resolve().is_relative_to(out.resolve()):
            file.unlink()
    write_whole(out / NAME, "".join(f"{path}\n" for path in new).encode())


def _listed(out: Path) -> set[str]:
    file = out / NAME
    if not file.is_file() or file.stat().st_size > _LARGEST:
        return set()
    return set(file.read_text("utf-8", errors="replace").splitlines()) - {""}
