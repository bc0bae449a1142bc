"""Which structure type stands for what in HTML: the tables of ``data/roles.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

__all__ = ["GROUPING", "KEPT", "PARAGRAPH", "PHRASE", "Version", "table"]

Version = Literal["1.7", "2.0"]
"""Version of PDF: 1.7 for PDF/UA-1 and PDF/A-2 and 3, 2.0 for PDF/UA-2."""

_FILE: Final = Path(__file__).parent / "data" / "roles.toml"


@cache
def table(name: str) -> Mapping[str, Any]:
    """Return one of the tables.

    Args:
        name: Its name in the file.
    """
    return _tables()[name]


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(_FILE.read_text("utf-8"))


def _kind(name: str) -> frozenset[str]:
    return frozenset(table("kinds")[name])


GROUPING: Final = _kind("grouping")
"""Types that hold blocks."""

PARAGRAPH: Final = _kind("paragraph")
"""Types that hold words."""

PHRASE: Final = _kind("phrase")
"""Types within words."""

KEPT: Final = _kind("kept")
"""Types that stay without content."""
