"""Digests that tell whether anything has changed."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

__all__ = ["digest", "digest_of_files"]


def digest(parts: Iterable[bytes | str]) -> bytes:
    """Return the digest of some parts, each apart from the next.

    Args:
        parts: Bytes, or texts in UTF-8, lone surrogates as they are.

    Returns:
        16 bytes.
    """
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()


def digest_of_files(files: Iterable[Path], folder: Path) -> bytes:
    """Return the digest of some files' names and content.

    Args:
        files: The files, in any order.
        folder: Where their names begin.

    Raises:
        OSError: One cannot be read.
    """
    parts = ((os.fsencode(file.relative_to(folder)), file.read_bytes()) for file in sorted(files))
    return digest(part for pair in parts for part in pair)
