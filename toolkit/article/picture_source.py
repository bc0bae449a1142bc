"""Where a picture may lie: inside the folder of what shows it, or in a ``data:`` URL.

Nothing is fetched, and no path leads out of the folder, through a symbolic link either.  SVG is
refused: it can carry scripts and fetch other files.
"""

import binascii
import re
from base64 import b64decode
from pathlib import Path
from urllib.parse import unquote

from toolkit.article.characters import excerpt
from toolkit.errors import ArticleError, Diagnostic

__all__ = ["check_source", "decode", "is_data_url", "locate", "oversized", "refused"]

MAX_DATA_URL = 8_000_000
_LONGEST_PATH = 1000
_DATA_URL = re.compile(r"data:image/(?:png|jpeg|webp|gif);base64,", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NETWORK = {"http", "https", "ftp"}
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def is_data_url(source: str) -> bool:
    """Return whether a source holds the picture itself (RFC 2397)."""
    return source[:5].lower() == "data:"


def check_source(source: str, *, owner: str = "article") -> str:
    """Return a picture's source if it may be used at all; nothing is read.

    Args:
        source: A path from the folder with ``/`` between its parts, or a ``data:`` URL.
        owner: Whose folder it is, for the messages.

    Returns:
        The source itself.

    Raises:
        ArticleError: An address on the network, ``file:``, an absolute path, one that leaves the
            folder, an SVG, or a ``data:`` URL of another type or size.
    """
    if is_data_url(source):
        return _check_data_url(source, owner)
    if found := _SCHEME.match(source):
        network = "is on the network, and pictures are not fetched"
        other = f"has a {found[1]}: address, which is never read"
        reason = network if found[1].lower() in _NETWORK else other
        raise refused("picture-address", reason, _save_it(owner), source)
    if not source or len(source) > _LONGEST_PATH or _UNSAFE.search(source):
        raise refused("picture-path", "has no usable path", _save_it(owner), source)
    if any(map(_leaves, (source, unquote(source)))):
        reason = f"leads out of the {owner}'s folder"
        raise refused("picture-path", reason, _save_it(owner), source)
    if re.search(r"\.svgz?$", source, re.IGNORECASE):
        raise _svg(source)
    return source


def locate(source: str, folder: Path, *, owner: str = "article") -> Path:
    """Return the file that a picture's source names.

    Args:
        source: A path from the folder, as it is or percent-encoded.
        folder: The owner's folder.
        owner: Whose folder it is, for the messages.

    Returns:
        The file, symbolic links resolved.

    Raises:
        ArticleError: It may not be used, it is missing, or it lies outside the folder.
    """
    check_source(source, owner=owner)
    try:
        root = folder.resolve()
        candidates = [(root / path).resolve() for path in dict.fromkeys((source, unquote(source)))]
        inside = [file for file in candidates if file.is_relative_to(root)]
        found = next((file for file in inside if file.is_file()), None)
    except (OSError, RuntimeError):  # a name longer than the file system has, a loop of links
        raise refused("picture-path", "has no usable path", _save_it(owner), source) from None
    if found:
        return found
    if len(inside) < len(candidates):
        reason = f"leads out of the {owner}'s folder through a link"
        raise refused("picture-path", reason, _save_it(owner), source)
    raise refused("picture-missing", "is missing", "Put the file there or correct its name", source)


def decode(source: str) -> bytes:
    """Return the bytes in a ``data:`` URL.

    Args:
        source: The URL.

    Returns:
        The picture's bytes.

    Raises:
        ArticleError: Another type, too long, or damaged base64.
    """
    check_source(source)
    try:
        return b64decode(source.partition(",")[2], validate=True)
    except (binascii.Error, ValueError):
        reason = "is damaged and cannot be read"
        raise refused("picture-damaged", reason, "Save the picture again", source) from None


def refused(code: str, reason: str, remedy: str, source: str) -> ArticleError:
    """Return the error that says why a picture is not taken."""
    shown = excerpt(source)
    return ArticleError(
        Diagnostic(code=code, reason=f"picture {reason}", remedy=remedy, excerpt=shown)
    )


def oversized(source: str, found: str, most: str) -> ArticleError:
    """Return the error that says how large a picture is and may be."""
    reason = f"is too large: {found}, at most {most} are taken"
    return refused("picture-oversized", reason, "Save it smaller", source)


def _save_it(owner: str) -> str:
    return f"Save the picture in the {owner}'s folder and name it by its path from there"


def _leaves(path: str) -> bool:
    return path.startswith("/") or "\\" in path or "\x00" in path or ".." in path.split("/")


def _check_data_url(source: str, owner: str) -> str:
    if len(source) > MAX_DATA_URL:
        raise oversized(source, f"{len(source) / 1e6:.0f} MB", f"{MAX_DATA_URL / 1e6:.0f} MB")
    if source[5:14].lower() == "image/svg":
        raise _svg(source)
    if not _DATA_URL.match(source):
        reason = "is not a PNG, JPEG, WebP or GIF in base64"
        raise refused("picture-type", reason, _save_it(owner), source)
    return source


def _svg(source: str) -> ArticleError:
    reason = "is an SVG, which can carry scripts and is not taken"
    return refused("picture-type", reason, "Save it as a PNG", source)
