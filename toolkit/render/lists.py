"""Builds the pages that list articles: the front page, and those of a section or of everything."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice

from toolkit.article import Article
from toolkit.render.archive import Archive
from toolkit.render.card import card, headline
from toolkit.render.context import PageContext
from toolkit.render.head import list_head
from toolkit.render.page import frame
from toolkit.render.pagination import paginate
from toolkit.render.paths import front_path, list_path
from toolkit.render.sections import Section
from toolkit.render.views import BlockView, CardView, ListingView, PageView

__all__ = ["ALONE", "count_pages", "front_page", "list_page"]

LISTED = 20
"""Number of articles on one page of a list."""

NEWEST = 8
"""Number of articles in the "Latest news" list of a site's front page and of its lists."""

ALONE = 100
"""Number of articles on a front page that has no lists behind it."""

IN_BLOCK = 4
"""Number of a section's articles on the front page."""


def front_page(page: PageContext, archive: Archive) -> PageView:
    """Return the front page: the newest article leads, the others follow.

    Where there are section pages, the newest of each section are below, and else more articles.

    Args:
        page: What the page's parts share.
        archive: The publication's articles.
    """
    lead = archive.articles[0] if archive else None
    followers = archive.articles[1:]
    view = replace(
        frame(page, archive, front_path),
        head=list_head(page, front_path),
        lead=card(page, lead, place="front") if lead else None,
    )
    if not page.plan.has_lists:
        return replace(view, latest=_cards(page, followers[: ALONE - 1]))
    return replace(
        view,
        latest=_cards(page, followers[:NEWEST]),
        everything=page.link(list_path(None, 1, page.locale)),
        blocks=tuple(_blocks(page, archive, lead)),
    )


def count_pages(articles: Sequence[Article]) -> int:
    """Return how many pages a list of articles has: one at least."""
    return max(1, -(-len(articles) // LISTED))


def list_page(
    page: PageContext, archive: Archive, section: Section | None, number: int
) -> PageView:
    """Return one page of a section's list.

    Args:
        page: What the page's parts share.
        archive: The publication's articles.
        section: The section, or ``None`` for the list of all articles.
        number: Number of the page, from 1.
    """
    articles = section.articles if section else archive.articles
    slug = section.slug if section else None
    listed = articles[(number - 1) * LISTED : number * LISTED]
    path = partial(list_path, slug, number)
    listing = ListingView(
        name=page.named(section) if section else None,
        number=number if number > 1 else None,
        cards=_cards(page, listed),
        pagination=paginate(
            page, number, count_pages(articles), lambda n: list_path(slug, n, page.locale)
        ),
    )
    latest = islice(archive.latest(without=listed), NEWEST) if section else ()
    return replace(
        frame(page, archive, path, current=section),
        head=list_head(page, path),
        listing=listing,
        latest=_cards(page, latest),
        home=page.link(front_path(page.locale)),
    )


def _blocks(page: PageContext, archive: Archive, lead: Article | None) -> Iterator[BlockView]:
    for section in archive.sections:
        articles = [article for article in section.articles[: IN_BLOCK + 1] if article is not lead]
        if articles:
            yield BlockView(
                id=f"section-{section.slug}",
                name=page.named(section),
                href=page.link(list_path(section.slug, 1, page.locale)),
                cards=tuple(_block_cards(page, articles[:IN_BLOCK])),
            )


def _block_cards(page: PageContext, articles: Sequence[Article]) -> Iterator[CardView]:
    """Yield the first article with its picture and teaser, the others as headlines."""
    first, *others = articles
    yield card(page, first, place="block")
    for article in others:
        yield headline(page, article)


def _cards(page: PageContext, articles: Iterable[Article]) -> tuple[CardView, ...]:
    return tuple(card(page, article) for article in articles)
