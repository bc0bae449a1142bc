"""What a file's name says: the article's id and, before the suffix, its language."""

from pathlib import Path

from toolkit.errors import LocaleError
from toolkit.language.tag import normalise

__all__ = ["identity"]


def identity(path: Path) -> tuple[str, str | None]:
    """Return the id and the language that a file's name gives.

    Args:
        path: Such as ``report.fa-AF.md``.

    Returns:
        Such as ``("report", "fa-AF")``; no language for ``report.md`` or ``v1.2.md``.
    """
    stem, _dot, tag = path.stem.rpartition(".")
    try:
        return (stem, normalise(tag)) if stem else (path.stem, None)
    except LocaleError:
        return path.stem, None
