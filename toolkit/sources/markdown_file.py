"""Markdown with front matter."""

from pathlib import Path

from toolkit.sources.draft import Draft
from toolkit.sources.front_matter import split_front_matter
from toolkit.sources.text_file import read_text

__all__ = ["read_markdown"]


def read_markdown(path: Path) -> Draft:
    """Return the article in a Markdown file.

    Where the front matter has no title, a heading of the first level at the very beginning is the
    title, and leaves the body.

    Args:
        path: The file.

    Raises:
        SourceError: The file or its front matter cannot be read.
    """
    fields, lines, body = split_front_matter(read_text(path), path)
    found = {"body": body, "body_format": "markdown"}
    if "title" not in fields:
        found |= _heading(body)
    return Draft(path, {**found, **fields}, lines)


def _heading(body: str) -> dict[str, str]:
    """Return the title that a text begins with, and the text after it."""
    line, _, rest = body.lstrip().partition("\n")
    if not line.startswith("# "):
        return {}
    title = line[2:].strip()
    words, _, closing = title.rpartition(" ")
    return {"title": title if closing.strip("#") else words.strip(), "body": rest}
