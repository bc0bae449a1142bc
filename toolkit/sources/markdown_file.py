"""Markdown with front matter."""

from pathlib import Path

from toolkit.sources.draft import Draft
from toolkit.sources.front_matter import split_front_matter
from toolkit.sources.text_file import read_text

__all__ = ["read_markdown"]


def read_markdown(path: Path) -> Draft:
    """Return the article in a Markdown file.

    Args:
        path: The file.

    Raises:
        SourceError: The file or its front matter cannot be read.
    """
    fields, lines, body = split_front_matter(read_text(path), path)
    return Draft(path, {"body": body, "body_format": "markdown", **fields}, lines)
