"""One annotation for each line of a link.

WeasyPrint annotates every inline box inside a link as well, and those annotations stand outside
the Link structure element (ISO 14289-1, 7.18.5); and it sees a link that the nested-span pass split
as several.
"""

from typing import Any, Final

from toolkit.direction.nesting import PIECE_OF

__all__ = ["keep_links_whole"]

_TOUCHING: Final = 1
"""CSS pixels between the pieces of a link on one line, at most."""

_Link = tuple[str, str, tuple[float, float, float, float], Any]
"""Type, target, left, top, right and bottom in CSS pixels, and box."""


def keep_links_whole(document: Any) -> None:
    """Drop the annotations of boxes inside links, and join those of pieces on one line, in place.

    Args:
        document: A laid-out ``weasyprint.Document``.
    """
    for page in document.pages:
        links: list[_Link] = []
        for link in page.links:
            if not link[3].link:
                continue
            if links and _is_one(links[-1], link):
                kind, target, rectangle, box = links[-1]
                links[-1] = kind, target, _around(rectangle, link[2]), box
            else:
                links.append(link)
        page.links = links


def _is_one(link: _Link, following: _Link) -> bool:
    """Return whether two links are pieces of one that touch each other on one line."""
    number = link[3].element.get(PIECE_OF)
    if number is None or following[3].element.get(PIECE_OF) != number:
        return False
    (left, top, right, bottom), (x1, y1, x2, y2) = link[2], following[2]
    is_beside = x1 - right <= _TOUCHING and left - x2 <= _TOUCHING
    return is_beside and top < (y1 + y2) / 2 < bottom


def _around(
    first: tuple[float, float, float, float], second: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    (left, top, right, bottom), (x1, y1, x2, y2) = first, second
    return min(left, x1), min(top, y1), max(right, x2), max(bottom, y2)
