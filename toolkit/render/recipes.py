"""What is made of pictures, and how: ``data/pictures.toml``."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["recipes"]


@cache
def recipes() -> dict[str, Any]:
    """Return the tables ``places``, ``drawing``, ``types`` and ``saved``."""
    text = files("toolkit.render").joinpath("data/pictures.toml").read_text("utf-8")
    return tomllib.loads(text)
