"""A title for a document that has none (ISO 14289-1, 7.1; WCAG 2.2, 2.4.2)."""

from typing import Final

from lxml.html import HtmlElement
from lxml.html.builder import TITLE

from toolkit.errors import Diagnostic, RenderError, Report

__all__ = ["give_title"]

_HEADINGS: Final = "//body//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
_LONGEST: Final = 120


def give_title(tree: HtmlElement, report: Report) -> None:
    """Give a document without a title the words of its first heading or of its beginning.

    Args:
        tree: The ``<html>`` element; changed in place.
        report: Receives a warning where a title was missing.

    Raises:
        RenderError: It has no words at all.
    """
    if (tree.findtext(".//title") or "").strip():
        return
    words = _words(tree)
    if not words:
        reason, remedy = "the document has no title and no words", "Write its title into <title>"
        raise RenderError(Diagnostic(code="no-title", reason=reason, remedy=remedy, field="title"))
    for empty in tree.findall(".//title"):
        empty.drop_tree()
    head = tree.find("head")
    (tree if head is None else head).insert(0, TITLE(words))
    report(
        Diagnostic(
            code="document-title",
            severity="warning",
            field="title",
            reason="the document has no title; it is called by its first words",
            remedy="Write its title into <title>",
            excerpt=words[:40],
        )
    )


def _words(tree: HtmlElement) -> str:
    body = tree.find("body")
    for element in [*tree.xpath(_HEADINGS), *([] if body is None else [body])]:
        words = " ".join(element.text_content().split())
        if words:
            return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] or words
    return ""
