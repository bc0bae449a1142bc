"""One annotation for each line of a link.

WeasyPrint annotates every inline box inside a link as well, and those annotations stand outside
the Link structure element (ISO 14289-1, 7.18.5).
"""

from typing import Any

__all__ = ["keep_links_whole"]


def keep_links_whole(document: Any) -> None:
    """Drop the annotations of the boxes inside links, in place.

    Args:
        document: A laid-out ``weasyprint.Document``.
    """
    for page in document.pages:
        page.links = [link for link in page.links if link[3].link]
