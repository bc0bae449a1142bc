"""HTML: a fragment after front matter, or a whole page that names title and language itself."""

from pathlib import Path

from toolkit.article.subset.events import feed
from toolkit.sources.draft import Draft
from toolkit.sources.front_matter import split_front_matter
from toolkit.sources.page import Page
from toolkit.sources.text_file import read_text

__all__ = ["read_html"]


def read_html(path: Path) -> Draft:
    """Return the article in an HTML file.

    Front matter that has a title says all there is to say, and a fragment follows it.  Else the
    page speaks for itself, front matter before it first: ``<html lang>``, the first ``<h1>`` (it
    leaves the body) or ``<title>``, ``<meta>`` for description, author, ``article:published_time``
    and the like, ``<link rel=canonical>``; the body is its one ``<article>``, or ``<main>``, or
    ``<body>``.

    Args:
        path: The file.

    Raises:
        SourceError: The file or its front matter cannot be read.
        ArticleError: Its elements are nested a thousand deep.
    """
    fields, lines, markup = split_front_matter(read_text(path), path)
    if "title" in fields:
        return Draft(path, {"body": markup, "body_format": "html", **fields}, lines)
    page = Page()
    feed(page, markup, file=str(path), field="body")
    found = {**page.fields, "body": page.body, "body_format": "html"}
    if page.title:
        found["title"] = page.title
    return Draft(path, {**found, **fields}, lines)
