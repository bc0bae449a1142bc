"""HTML: a fragment after front matter, or a whole page whose head names title and language."""

from pathlib import Path
from typing import Any

from lxml import html as lxml_html
from lxml.etree import LxmlError
from lxml.html import HtmlElement

from toolkit.sources.draft import Draft
from toolkit.sources.front_matter import split_front_matter
from toolkit.sources.text_file import read_text

__all__ = ["read_html"]

_META = {"description": "summary", "article:published_time": "published"}


def read_html(path: Path) -> Draft:
    """Return the article in an HTML file.

    Front matter wins over what the markup itself says: ``<html lang>``, ``<title>`` or ``<h1>``,
    ``<meta name="description">`` and ``<meta name="author">``; the body is ``<article>``,
    ``<main>`` or ``<body>``, or the whole fragment.

    Args:
        path: The file.

    Raises:
        SourceError: The file or its front matter cannot be read.
    """
    fields, lines, markup = split_front_matter(read_text(path), path)
    found: dict[str, Any] = {"body": markup, "body_format": "html"}
    if "title" not in fields:
        found |= _page(markup)
    return Draft(path, {**found, **fields}, lines)


def _page(markup: str) -> dict[str, Any]:
    """Return what the markup says of the article itself."""
    try:
        root = lxml_html.document_fromstring(markup.encode(), parser=_parser())
    except (LxmlError, ValueError):
        return {}
    heading = root.find(".//h1")
    title = heading if heading is not None else root.find(".//title")
    found: dict[str, Any] = {"title": _text(title), "lang": root.get("lang"), **_metadata(root)}
    if heading is not None:
        heading.drop_tree()
    for place in (".//article", ".//main", ".//body"):
        body = root.find(place)
        if body is not None:
            found["body"] = lxml_html.tostring(body, encoding="unicode", with_tail=False)
            break
    return {name: value for name, value in found.items() if value}


def _metadata(root: HtmlElement) -> dict[str, Any]:
    metas = [
        (meta.get("name") or meta.get("property"), meta.get("content", ""))
        for meta in root.iter("meta")
    ]
    found: dict[str, Any] = {_META[name]: content for name, content in metas if name in _META}
    authors = [{"name": content} for name, content in metas if name == "author" and content]
    return {**found, "authors": authors} if authors else found


def _text(element: HtmlElement | None) -> str:
    return "" if element is None else " ".join(element.text_content().split())


def _parser() -> lxml_html.HTMLParser:
    return lxml_html.HTMLParser(encoding="utf-8", no_network=True)
