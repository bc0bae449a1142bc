"""What every output depends on: the toolkit itself, and the libraries that it renders with."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from toolkit.export.digest import digest, digest_of_files
from toolkit.resources import PACKAGE

__all__ = ["engine_digest"]

_ROOMS = ("article", "direction", "language", "normalisation", "render", "sources")
_LABELS = PACKAGE / "language/catalogues"
_PACKAGES = ("article-toolkit", "weasyprint")
_NAME = re.compile(r"[A-Za-z0-9._-]+")


@cache
def engine_digest() -> bytes:
    """Return the digest of the code and data that render, and of the versions of its libraries.

    Label catalogues are left out: each output depends on some labels of one language.
    """
    files = (file for room in _ROOMS for file in _files(PACKAGE / room))
    return digest([digest_of_files(files, PACKAGE), *sorted(set(_versions()))])


def _files(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts and _LABELS not in file.parents:
            yield file


def _versions() -> Iterator[str]:
    for package in _PACKAGES:
        try:
            named = (_NAME.match(wanted) for wanted in requires(package) or ())
            for name in (found[0] for found in named if found):
                yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue  # of an extra, or run from a checkout
