"""The tables of the safe HTML subset (``data/names.toml``)."""

import tomllib
from pathlib import Path
from typing import Any

__all__ = [
    "ATTRIBUTES",
    "BLOCKS",
    "CLASSES",
    "CLASS_REQUIRED",
    "CONTAINERS",
    "DEEPEST",
    "DROPPED",
    "HEADINGS",
    "IMPLIED",
    "PHRASE",
    "RENAME",
    "TEXT",
    "TOLD",
    "UNWRAPPED_PHRASES",
    "VOID",
    "WITHIN",
]

_TABLES: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "data" / "names.toml").read_text("utf-8")
)


def _sets(table: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(values) for name, values in table.items()}


_ROLES = _sets(_TABLES["role"])
TEXT, CONTAINERS = _ROLES["text"], _ROLES["flow"] | _ROLES["frame"]
PHRASE, VOID = _ROLES["phrase"], _ROLES["void"]
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
DEEPEST: int = _TABLES["deepest"]
WITHIN = _sets(_TABLES["within"])
IMPLIED: dict[str, str] = _TABLES["implied"]
CLASS_REQUIRED = _sets(_TABLES["class_required"])
CLASSES = _sets(_TABLES["classes"])
ATTRIBUTES = {
    tag: frozenset(_TABLES["attributes"]["*"]) | set(_TABLES["attributes"].get(tag, ()))
    for tag in TEXT | CONTAINERS | PHRASE | VOID
}
RENAME: dict[str, str] = _TABLES["rename"]
DROPPED: dict[str, str] = _TABLES["dropped"]
BLOCKS = frozenset(_TABLES["unwrapped"]["blocks"]) | TEXT | CONTAINERS
UNWRAPPED_PHRASES = frozenset(_TABLES["unwrapped"]["phrases"])
TOLD: dict[str, str] = _TABLES["unwrapped"]["told"]
