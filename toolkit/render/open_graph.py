"""Open Graph: what a network shows of a shared page (https://ogp.me/)."""

from collections.abc import Iterator

from toolkit.language import Locale
from toolkit.render.context import PageContext
from toolkit.render.views import ArticleView

__all__ = ["article_properties", "list_properties"]


def article_properties(
    page: PageContext, view: ArticleView, address: str
) -> Iterator[tuple[str, str]]:
    """Yield the properties of an article's page but its picture.

    Args:
        page: What the page's parts share.
        view: The article.
        address: Its canonical address.
    """
    yield "og:type", "article"
    yield "og:title", view.title.text
    if teaser := view.summary or view.subtitle:
        yield "og:description", teaser.text
    yield from _common(page, address)
    if view.created:
        yield "article:published_time", view.created
    if view.modified:
        yield "article:modified_time", view.modified
    if view.section:
        yield "article:section", view.section.text
    for tag in view.tags:
        yield "article:tag", tag.text


def list_properties(page: PageContext, address: str) -> Iterator[tuple[str, str]]:
    """Yield the properties of a page that lists articles.

    Args:
        page: What the page's parts share.
        address: Its canonical address.
    """
    yield "og:type", "website"
    yield "og:title", page.publication_name.text
    if tagline := page.own(page.publication.tagline):
        yield "og:description", tagline.text
    yield from _common(page, address)


def _common(page: PageContext, address: str) -> Iterator[tuple[str, str]]:
    yield "og:url", address
    yield "og:site_name", page.publication_name.text
    yield "og:locale", _territorial(page.locale)


def _territorial(locale: Locale) -> str:
    """Return a locale as Open Graph writes it, ``language_TERRITORY``."""
    from babel.core import get_global

    territory = locale.territory
    if territory is None:
        likely = str(get_global("likely_subtags").get(locale.language, ""))
        territory = likely.rpartition("_")[2]
    return f"{locale.language}_{territory}" if territory else locale.language
