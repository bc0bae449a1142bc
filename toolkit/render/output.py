"""Files appear whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

__all__ = ["remove_parts", "whole", "write_whole"]


def write_whole(path: Path, data: bytes, *, is_synced: bool = False) -> None:
    """Write a file so that a reader sees the old content or the new, never a part.

    Args:
        path: Where the file is to stand; its folder is made where it is missing.
        data: The whole content.
        is_synced: Whether it is on the disk when this returns.

    Raises:
        OSError: The folder cannot be written; the old file, if any, is untouched.
    """
    with whole(path, is_synced=is_synced) as file:
        file.write(data)


@contextmanager
def whole(path: Path, *, is_synced: bool = False) -> Iterator[BinaryIO]:
    """Open a file for writing, which appears when the block ends without an error.

    Args:
        path: As for :func:`write_whole`.
        is_synced: As there.

    Raises:
        OSError: As there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
            if is_synced:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
        if is_synced:
            _sync_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def remove_parts(folder: Path) -> None:
    """Remove what is left of files whose writer was killed; nobody may write there meanwhile.

    Args:
        folder: The folder that they were written to; it need not exist.

    Raises:
        OSError: One cannot be removed.
    """
    for part in folder.glob(f".{'[0-9a-f]' * 16}.part"):
        part.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Put a folder's names onto the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
