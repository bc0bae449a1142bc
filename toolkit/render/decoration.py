"""Pictures that only decorate, in print: backgrounds, which are artifacts and never spoken.

WeasyPrint tags an ``<img alt="">`` as a figure without a text alternative, which ISO 14289-1, 7.3
forbids; what CSS paints behind a box it leaves out of the structure tree.
"""

from lxml.html import HtmlElement

__all__ = ["DECORATION", "make_backgrounds"]

DECORATION = "decoration"
"""Class of the boxes that take the place of decorating pictures."""

_WIDEST = 480
"""CSS pixels that a picture within a line of text takes at most."""


def make_backgrounds(tree: HtmlElement) -> None:
    """Put an empty box with a background in the place of every picture with ``alt=""``.

    Args:
        tree: A printed page whose pictures have ``width`` and ``height``; changed in place.
    """
    for image in [found for found in tree.iter("img") if found.get("alt") == ""]:
        width, height = (int(image.get(side, "1")) for side in ("width", "height"))
        parent = image.getparent()
        fills = parent is not None and parent.tag == "figure"
        size = _filling(width, height) if fills else _within(width, height)
        address = image.get("src", "")
        image.attrib.clear()
        image.tag = "span"
        image.set("class", DECORATION)
        image.set("style", f"background-image: url('{address}'); {size}")


def _filling(width: int, height: int) -> str:
    """Return the style of a box as wide as the column, in the picture's ratio."""
    return f"display: block; padding-top: {height / width:.2%}"


def _within(width: int, height: int) -> str:
    """Return the style of a box in a line of text."""
    shown = min(width, _WIDEST)
    return f"display: inline-block; width: {shown}px; height: {shown * height / width:.0f}px"
