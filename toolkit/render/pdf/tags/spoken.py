"""The words of a link, for its annotation (ISO 14289-1, 7.18.5)."""

import re
from collections.abc import Iterator
from typing import Any, Final

from toolkit.render.pdf.tags import boxes
from toolkit.render.pdf.tags.node import Annotation, Node
from toolkit.render.pdf.tags.picture import alternative

__all__ = ["spoken"]

# Joiners at the borders of boxes are no part of the text.
_BORDER: Final = re.compile(
    "(?<=[\\s\u0600-\u08ff\u200d])\u200d+|\u200d+(?=[\\s\u0600-\u08ff\u200d]|$)|^\u200d+"
)


def spoken(node: Node) -> str:
    """Return what a link says: its label, its words and those of its pictures, or its title.

    Args:
        node: The element of a link.
    """
    element = node.element
    pieces = dict.fromkeys(_sources(node))
    said = (
        element.get("aria-label") if pieces else "".join(leaf.text or "" for leaf in node.leaves())
    )
    said = said or "".join(text for piece in pieces for text in _words(piece))
    return " ".join(_BORDER.sub("", said).split()) or element.get("title", "").strip()


def _sources(node: Node) -> Iterator[Any]:
    """Yield the pieces of the link's element: the boxes know them."""
    for kid in node.kids:
        if isinstance(kid, Annotation) and not boxes.pseudo(kid.box):
            yield kid.box.element


def _words(element: Any) -> Iterator[str]:
    if element.get("aria-hidden") == "true":
        return
    yield alternative(element) if element.tag in ("img", "svg") else element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
