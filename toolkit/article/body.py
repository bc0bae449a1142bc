"""The article's body: any HTML, brought into the safe subset that templates rely on.

The parser's events build a tree of the subset, in which headings, figures, tables, verse and
footnotes have one canonical form; its HTML then passes nh3, which has the last word on safety.
What is left out is reported, once for each kind.
"""

from collections.abc import Callable
from functools import cache

import nh3

from toolkit.article.characters import printable
from toolkit.article.picture import Picture
from toolkit.article.subset.attributes import Attributes
from toolkit.article.subset.builder import Builder
from toolkit.article.subset.drops import Drops
from toolkit.article.subset.events import feed
from toolkit.article.subset.finish import finish
from toolkit.article.subset.names import ATTRIBUTES, CLASSES
from toolkit.article.subset.tree import serialise
from toolkit.errors import Diagnostic, Report, log_report

__all__ = ["clean"]


def clean(
    html: str,
    *,
    report: Report = log_report,
    file: str | None = None,
    field: str = "body",
    base: str | None = None,
    picture: Callable[[str], Picture] | None = None,
) -> str:
    """Return HTML in the safe subset.

    Cleaning what is clean changes nothing.  Time and memory are linear in the input.

    Args:
        html: Any HTML, from anywhere.
        report: Receives what was left out or mended.
        file: The file that it came from, for the report.
        field: Its field, for the report.
        base: The article's own address, which relative links follow.
        picture: Looks at a picture by its source and raises :class:`ArticleError` if it cannot
            be used; where it is ``None``, sources are only checked for what they may say.

    Returns:
        Blocks of the subset, one a line; empty where nothing is left.

    Raises:
        ArticleError: Elements are nested a thousand deep.
    """
    drops = Drops()
    builder = Builder(drops, Attributes(drops, base=base, picture=picture))
    feed(builder, printable(html), file=file, field=field)
    finish(builder.root, drops)
    drops.tell(report, file=file, field=field)
    return _sanitiser().clean(serialise(builder.root))


def empty(html: str, *, file: str | None, field: str) -> Diagnostic | None:
    """Return a warning if a clean body has nothing in it."""
    if html.strip():
        return None
    return Diagnostic(
        code="empty-body",
        severity="warning",
        reason="is empty",
        remedy="Write the article's text",
        file=file,
        field=field,
    )


@cache
def _sanitiser() -> nh3.Cleaner:
    attributes = {tag: set(names) - {"class"} for tag, names in ATTRIBUTES.items()}
    attributes["code"].add("class")
    return nh3.Cleaner(
        tags=set(ATTRIBUTES),
        clean_content_tags={"script", "style"},
        attributes=attributes,
        attribute_filter=_filter,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "data"},
        allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
    )


def _filter(tag: str, name: str, value: str) -> str | None:
    """Keep ``data:`` to pictures."""
    return None if tag == "a" and name == "href" and value.startswith("data:") else value
