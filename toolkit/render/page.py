"""Builds the page a template fills: one article, or a front page, for one reader's locale."""

from collections.abc import Sequence

from toolkit.article import Article
from toolkit.language import Locale
from toolkit.render.card import card
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.illustration import Illustrator
from toolkit.render.share import share_links
from toolkit.render.story import Story
from toolkit.render.views import LanguageLink, PageView, PublicationView

__all__ = ["article_page", "front_page"]

LATEST = {"web": 5, "print": 3}
"""Number of articles in the "Latest news" list of an article page, by medium."""


def article_page(page: PageContext, article: Article, others: Sequence[Article]) -> PageView:
    """Return the page of an article.

    Args:
        page: What the page's parts share.
        article: The article.
        others: The publication's articles, newest first; the article itself is left out.
    """
    story = Story(page, Edition.of(article, page.locale))
    others = [other for other in others if other.id != article.id]
    related = [other for other in others if other.id in article.related]
    latest = [other for other in others if other not in related][: LATEST[page.medium]]
    url, networks = story.address, page.publication.share
    links = share_links(networks, url, story.edition.title.text, page.labels) if url else ()
    return PageView(
        locale=page.locale,
        publication=_publication(page),
        languages=_languages(page, article.id),
        article=story.view(),
        latest=tuple(card(page, other) for other in latest),
        related=tuple(card(page, other) for other in related),
        share=links,
        home=page.file_name("index") if others else None,
    )


def front_page(page: PageContext, articles: Sequence[Article]) -> PageView:
    """Return the front page: the newest article leads, the others follow.

    Args:
        page: What the page's parts share.
        articles: The publication's articles, newest first.
    """
    cards = [card(page, article) for article in articles]
    return PageView(
        locale=page.locale,
        publication=_publication(page),
        languages=_languages(page, "index"),
        lead=cards[0] if cards else None,
        latest=tuple(cards[1:]),
    )


def _publication(page: PageContext) -> PublicationView:
    publication = page.publication
    name = page.own(publication.name)
    assert name is not None  # noqa: S101 - every publication has a name
    return PublicationView(
        name=name,
        tagline=page.own(publication.tagline),
        rights=page.own(publication.rights),
        logo=Illustrator(page).logo(name),
    )


def _languages(page: PageContext, stem: str) -> tuple[LanguageLink, ...]:
    return tuple(
        LanguageLink(
            href=page.file_name(stem, locale),
            lang=locale.tag,
            direction=locale.direction,
            name=locale.autonym,
            current=locale == page.locale,
        )
        for locale in map(Locale.parse, page.publication.languages)
    )
