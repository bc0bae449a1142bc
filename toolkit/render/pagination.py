"""The pages of a list: which there are, and which of them a page links to."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from toolkit.render.context import PageContext
from toolkit.render.views import PageLink, PaginationView

__all__ = ["paginate"]

_AROUND = 2
"""Number of pages on either side of the current one that are linked to."""


def paginate(
    page: PageContext, number: int, total: int, path: Callable[[int], str]
) -> PaginationView | None:
    """Return the links to the other pages of a list, or ``None`` where there are none.

    Args:
        page: What the page's parts share.
        number: Number of the page, from 1.
        total: Number of pages.
        path: Gives the path of a page by its number.
    """
    if total < 2:
        return None
    return PaginationView(
        previous=page.link(path(number - 1)) if number > 1 else None,
        following=page.link(path(number + 1)) if number < total else None,
        links=tuple(_links(page, number, total, path)),
    )


def _links(
    page: PageContext, number: int, total: int, path: Callable[[int], str]
) -> Iterator[PageLink]:
    near = range(number - _AROUND, number + _AROUND + 1)
    shown = sorted({1, total}.union(near).intersection(range(1, total + 1)))
    for before, n in pairwise((0, *shown)):
        yield PageLink(
            href=page.link(path(n)),
            number=page.locale.digits(n),
            name=page.labels.text("nav.page", n=n),
            current=n == number,
            follows_gap=n > before + 1,
        )
