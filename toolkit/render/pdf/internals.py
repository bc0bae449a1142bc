"""WeasyPrint's private functions: whether they are the known ones, and how they are replaced."""

import hashlib
import inspect
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

__all__ = ["changed_internals", "digest", "known_digests", "replaced"]


@cache
def changed_internals(file: Path) -> tuple[str, ...]:
    """Return the names of the internals that are missing or not as they were.

    Args:
        file: TOML with a digest for each, as for :func:`known_digests`.
    """
    return tuple(name for name, known in known_digests(file).items() if digest(name) != known)


def known_digests(file: Path) -> Mapping[str, str]:
    """Return the digest of each internal that is replaced or relied on.

    Args:
        file: TOML whose table ``sources`` has them by name.
    """
    digests: Mapping[str, str] = tomllib.loads(file.read_text("utf-8"))["sources"]
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


@contextmanager
def replaced(owner: Any, name: str, replacement: Callable[..., Any]) -> Iterator[None]:
    """Replace a function while this is open.

    Args:
        owner: The module or class that has it.
        name: Its name there.
        replacement: Is called in its place, with the function itself before its arguments.
    """
    kept, stock = inspect.getattr_static(owner, name), getattr(owner, name)

    def call(*arguments: Any, **named: Any) -> Any:
        return replacement(stock, *arguments, **named)

    setattr(owner, name, staticmethod(call) if isinstance(kept, staticmethod) else call)
    try:
        yield
    finally:
        setattr(owner, name, kept)
