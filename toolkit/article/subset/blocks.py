"""The blocks of a clean body, numbered as they come: what a page and a check call by one name."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from toolkit.article.subset.names import BLOCKS

__all__ = ["blocks", "is_block"]


def is_block(element: HtmlElement) -> bool:
    """Tell whether an element of a body begins a paragraph of its own; a credit does too."""
    return element.tag in BLOCKS or element.get("class") == "credit"


def blocks(root: HtmlElement) -> Iterator[tuple[int, HtmlElement]]:
    """Yield the blocks of a body in document order with their numbers, from 1.

    Args:
        root: The element around the body.
    """
    found = (element for element in root.iterdescendants() if is_block(element))
    return enumerate(found, 1)
