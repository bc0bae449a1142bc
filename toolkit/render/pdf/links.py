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

    Those that lead nowhere, or from no place that can be clicked, are dropped too.

    Args:
        document: A laid-out ``weasyprint.Document``.
    """
    anchors = {name for page in document.pages for name in page.anchors}
    for page in document.pages:
        links: list[_Link] = []
        for link in page.links:
            kind, target, (left, top, right, bottom), box = link
            leads = kind != "internal" or target in anchors
            if not (box.link and leads and left < right and top < bottom):
                continue
            if links and _is_one(links[-1], link):
                links[-1] = _joined(links[-1], link)
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


def _joined(link: _Link, following: _Link) -> _Link:
    kind, target, (left, top, right, bottom), box = link
    x1, y1, x2, y2 = following[2]
    return kind, target, (min(left, x1), min(top, y1), max(right, x2), max(bottom, y2)), box
