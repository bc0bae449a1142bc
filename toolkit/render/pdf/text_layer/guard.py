"""Whether the installed WeasyPrint is the one that this package was written against."""

import hashlib
import inspect
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path

__all__ = ["changed_internals", "digest", "known_digests"]

_FILE = Path(__file__).parent / "data" / "internals.toml"


@cache
def changed_internals() -> tuple[str, ...]:
    """Return the names of the internals that are missing or not as they were."""
    return tuple(name for name, known in known_digests().items() if digest(name) != known)


def known_digests() -> Mapping[str, str]:
    """Return the digest of each internal that is replaced or relied on."""
    digests: Mapping[str, str] = tomllib.loads(_FILE.read_text("utf-8"))["sources"]
    return digests


def digest(name: str) -> str:
    """Return the digest of an internal's source.

    Args:
        name: ``module:attribute``, with dots inside the attribute.

    Returns:
        16 hexadecimal digits, or an empty string if there is no such thing or no source of it.
    """
    module, _, path = name.partition(":")
    try:
        found = import_module(module)
        for attribute in path.split("."):
            found = getattr(found, attribute)
        source = inspect.getsource(found)
    except (ImportError, AttributeError, OSError, TypeError):
        return ""
    return hashlib.sha256(source.encode()).hexdigest()[:16]
