"""The tables in ``data/``: what CLDR or Babel lacks, and where we differ from them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["table"]

_FOLDER = Path(__file__).parent / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """Return a table of ``data/``.

    Args:
        name: The file's name without ``.toml``.

    Returns:
        What the file holds; not to be changed.
    """
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
