"""The tables in ``data/``."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["table"]


@cache
def table(name: str) -> dict[str, Any]:
    """Return the table of a name in ``data/``; not to be changed."""
    return tomllib.loads((Path(__file__).parent / f"data/{name}.toml").read_text("utf-8"))
