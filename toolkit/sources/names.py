"""What a file's name says: the article's id and, before the suffix, its language."""

import re
from pathlib import Path

from toolkit.errors import LocaleError
from toolkit.language.tag import normalise

__all__ = ["identity"]

_NO_LETTERS = re.compile(r"[^\w.]+")


def identity(path: Path) -> tuple[str, str | None]:
    """Return the id and the language that a file's name gives.

    Args:
        path: Such as ``report.fa-AF.md``; ``index`` stands for the folder's name, and what an id
            cannot have becomes a hyphen.

    Returns:
        Such as ``("report", "fa-AF")``; no language for ``report.md`` or ``v1.2.md``.
    """
    stem, _dot, tag = path.stem.rpartition(".")
    try:
        name, lang = (stem, normalise(tag)) if stem else (path.stem, None)
    except LocaleError:
        name, lang = path.stem, None
    if name == "index":
        name = path.resolve().parent.name
    return _NO_LETTERS.sub("-", name).strip("-.") or name, lang
