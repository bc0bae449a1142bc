"""Where templates, fonts, sample articles and catalogues lie: beside the package or in it."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["CATALOGUES", "FONTS", "PACKAGE", "SAMPLES", "TEMPLATES", "report_template"]

PACKAGE = Path(__file__).parent


def _folder(installed: str, checkout: str) -> Path:
    inside = PACKAGE / installed
    return inside if inside.is_dir() else PACKAGE.parent / checkout


FONTS = _folder("fonts", "fonts")
SAMPLES = _folder("samples", "tests/articles")
TEMPLATES = _folder("templates", "templates")
CATALOGUES = PACKAGE / "language/catalogues"


@cache
def report_template(path: Path) -> "Template":
    """Return the template of a report that a command writes as a page.

    Args:
        path: A file of the package; what it includes lies beside it.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(path.parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(path.name)
