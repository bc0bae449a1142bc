"""The contents of a long printed article: its headings, for a list with their pages."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement

from toolkit.article.publication import Contents
from toolkit.render.markup import inner
from toolkit.render.views import HeadingView, PageView

__all__ = ["take_headings", "with_contents"]

_LONG = 12
"""Minutes of reading: about eight pages of A4."""

_FEWEST = 3
"""Headings that a list is worth having for."""


_LEVELS = {"h2": 2, "h3": 3}


def with_contents(page: PageView, wanted: Contents) -> PageView:
    """Return an article's page with the headings that it lists, if it lists any.

    Args:
        page: The page.
        wanted: Whether they are to be listed.
    """
    article = page.article
    headings = article.body.headings if article else ()
    if wanted == "auto":
        is_long = article is not None and article.minutes >= _LONG
        wanted = is_long and len(headings) >= _FEWEST
    return replace(page, contents=headings) if wanted else page


def take_headings(root: HtmlElement) -> Iterator[HeadingView]:
    """Yield the headings of a body; each gets an ``id``.

    Args:
        root: The body, changed in place.
    """
    for number, heading in enumerate(root.iterchildren(*_LEVELS), 1):
        if not heading.get("id"):
            heading.set("id", f"heading-{number}")
        yield HeadingView(
            id=heading.get("id", ""),
            level=_LEVELS[str(heading.tag)],
            lang=heading.get("lang"),
            direction=heading.get("dir"),
            markup=inner(_words(heading)),
        )


def _words(heading: HtmlElement) -> HtmlElement:
    """Return a copy of a heading as it is listed: no notes, no links, nothing to refer to."""
    copy = deepcopy(heading)
    for note in copy.xpath(".//span[@class='footnote']"):
        note.drop_tree()
    for link in list(copy.iter("a")):
        link.drop_tag()
    for element in copy.iter():
        element.attrib.pop("id", None)
    return copy
