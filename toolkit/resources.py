"""Where templates, fonts, sample articles and catalogues lie: beside the package or in it."""

from pathlib import Path

__all__ = ["CATALOGUES", "FONTS", "PACKAGE", "SAMPLES", "TEMPLATES"]

PACKAGE = Path(__file__).parent


def _folder(installed: str, checkout: str) -> Path:
    inside = PACKAGE / installed
    return inside if inside.is_dir() else PACKAGE.parent / checkout


FONTS = _folder("fonts", "fonts")
SAMPLES = _folder("samples", "tests/articles")
TEMPLATES = _folder("templates", "templates")
CATALOGUES = PACKAGE / "language/catalogues"
