"""Where the templates, fonts and sample articles lie: beside the package, or inside the wheel."""

from pathlib import Path

__all__ = ["FONTS", "SAMPLES", "TEMPLATES"]

_PACKAGE = Path(__file__).parent


def _folder(installed: str, checkout: str) -> Path:
    inside = _PACKAGE / installed
    return inside if inside.is_dir() else _PACKAGE.parent / checkout


FONTS = _folder("fonts", "fonts")
SAMPLES = _folder("samples", "tests/articles")
TEMPLATES = _folder("templates", "templates")
