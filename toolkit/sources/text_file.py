"""Reads a file as text: UTF-8, of bounded size."""

from pathlib import Path

from toolkit.sources.draft import unreadable

__all__ = ["MAX_BYTES", "read_text"]

MAX_BYTES = 12_000_000
"""More than the largest body takes in UTF-8, with a picture or two in ``data:`` URLs."""


def read_text(path: Path) -> str:
    """Return a file's text.

    Args:
        path: The file.

    Raises:
        SourceError: It is missing, not a file, too large, or not UTF-8.
    """
    try:
        if path.exists() and not path.is_file():
            raise unreadable(path, "cannot-read", "is not a file", "Name a file")
        size = path.stat().st_size
        if size > MAX_BYTES:
            reason = f"is too large: {size / 1e6:.1f} MB, at most {MAX_BYTES / 1e6:.0f} MB are read"
            raise unreadable(path, "too-large", reason, "Split the article")
        data = path.read_bytes()
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise unreadable(path, "cannot-read", reason, "Check the path and its rights") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        byte = f"{error.object[error.start]:02X}"
        reason = f"is not UTF-8 text: byte 0x{byte} at position {error.start + 1:,}"
        raise unreadable(path, "not-utf-8", reason, "Save it as UTF-8", line=line) from error
