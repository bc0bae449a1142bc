"""Builds the page of an article for one reader's locale, and the frame of every page."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import islice

from toolkit.article import Article
from toolkit.language import Locale
from toolkit.render.archive import Archive
from toolkit.render.card import card
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.head import article_head
from toolkit.render.illustration import Illustrator
from toolkit.render.paths import article_path, front_path, list_path
from toolkit.render.sections import Section
from toolkit.render.share import share_links
from toolkit.render.story import Story
from toolkit.render.views import LanguageLink, PageView, PublicationView, SectionLink

__all__ = ["article_page", "frame", "masthead"]

LATEST = {"web": 5, "print": 3}
"""Number of articles in the "Latest news" list of an article page, by medium."""


def article_page(page: PageContext, article: Article, archive: Archive | None) -> PageView:
    """Return the page of an article.

    Args:
        page: What the page's parts share.
        article: The article.
        archive: The publication's articles, or ``None`` for an article alone.
    """
    story = Story(page, Edition.of(article, page.locale))
    path = partial(article_path, article.id)
    has_lists = page.plan.has_lists and page.medium == "web"
    section = archive.section(article) if archive and has_lists else None
    view = story.view(page.link(list_path(section.slug, 1, page.locale)) if section else None)
    related = archive.related(article) if archive else ()
    latest = archive.latest(without=(article, *related)) if archive else iter(())
    url, networks = story.address, page.publication.share
    links = share_links(networks, url, story.edition.title.text, page.labels) if url else ()
    has_others = archive is not None and any(other.id != article.id for other in archive.articles)
    return replace(
        frame(page, archive, path, current=section),
        head=article_head(page, story.edition, view),
        article=view,
        latest=tuple(card(page, other) for other in islice(latest, LATEST[page.medium])),
        related=tuple(card(page, other) for other in related),
        share=links,
        home=page.link(front_path(page.locale)) if has_others else None,
        pdf=page.link(path(page.locale, "pdf")) if page.plan.has_pdf else None,
    )


def frame(
    page: PageContext,
    archive: Archive | None,
    path: Callable[[Locale], str],
    *,
    current: Section | None = None,
) -> PageView:
    """Return a page without its own parts: masthead, languages and sections.

    Args:
        page: What the page's parts share.
        archive: The publication's articles, for its sections.
        path: Gives the path of the page in a language.
        current: The section that the page belongs to.
    """
    return PageView(
        locale=page.locale,
        publication=masthead(page),
        languages=_languages(page, path),
        sections=_sections(page, archive, current) if archive and page.plan.has_lists else (),
    )


def masthead(page: PageContext) -> PublicationView:
    """Return the publication in the best language for the reader."""
    publication, name = page.publication, page.publication_name
    return PublicationView(
        name=name,
        tagline=page.own(publication.tagline),
        rights=page.own(publication.rights),
        logo=Illustrator(page).logo(name),
    )


def _languages(page: PageContext, path: Callable[[Locale], str]) -> tuple[LanguageLink, ...]:
    return tuple(
        LanguageLink(
            href=page.link(path(locale)),
            lang=locale.tag,
            direction=locale.direction,
            name=locale.autonym,
            current=locale == page.locale,
        )
        for locale in page.plan.offered
    )


def _sections(
    page: PageContext, archive: Archive, current: Section | None
) -> tuple[SectionLink, ...]:
    return tuple(
        SectionLink(
            href=page.link(list_path(section.slug, 1, page.locale)),
            name=page.named(section),
            current=section is current,
        )
        for section in archive.sections
    )
