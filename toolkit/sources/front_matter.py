"""Front matter: YAML between two lines of three hyphens, before the text."""

import re
from pathlib import Path
from typing import Any

from toolkit.sources.draft import unreadable
from toolkit.sources.yaml_text import read_yaml

__all__ = ["split_front_matter"]

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_LONGEST = 200_000


def split_front_matter(text: str, path: Path) -> tuple[dict[str, Any], dict[str, int], str]:
    """Return the fields before a text, their lines, and the text.

    Args:
        text: A whole file.
        path: The file.

    Returns:
        No fields, and the text as it is, where it does not begin with a line ``---``.

    Raises:
        SourceError: The second ``---`` is missing, or what is between is not YAML.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = _FENCE.match(text)
    if first is None or not text.startswith("---"):
        return {}, {}, text
    last = _FENCE.search(text, first.end() + 1, first.end() + _LONGEST)
    if last is None:
        reason = "has no line --- that ends its front matter"
        raise unreadable(path, "bad-front-matter", reason, "Write it before the text", line=1)
    fields, lines = read_yaml(text[first.end() + 1 : last.start()], path, 2)
    return fields, lines, text[last.end() + 1 :]
