"""The pages that a sitemap names: those that are canonical."""

from collections.abc import Iterator
from functools import partial

from toolkit.article import Article
from toolkit.language import Locale
from toolkit.render.archive import Archive
from toolkit.render.instant import instants
from toolkit.render.lists import count_pages
from toolkit.render.paths import article_path, front_path, list_path
from toolkit.render.plan import PathOf, Plan, readable_in
from toolkit.render.site.sitemap import Place

__all__ = ["places"]


def places(archive: Archive, plan: Plan) -> Iterator[Place]:
    """Yield the canonical pages of a site.

    Args:
        archive: Its articles.
        plan: Its languages; its address is known.
    """
    yield from _in_languages(plan, front_path)
    for article in archive.articles:
        yield from _article(article, archive, plan)
    for section in (None, *archive.sections):
        articles = section.articles if section else archive.articles
        for number in range(1, count_pages(articles) + 1):
            path = partial(list_path, section.slug if section else None, number)
            yield from _in_languages(plan, path)


def _article(article: Article, archive: Archive, plan: Plan) -> Iterator[Place]:
    locales = readable_in(article, plan.offered)
    zone = archive.publication.time_zone
    moments = [*instants(article.published, zone), *instants(article.updated, zone)]
    modified = max(moments).isoformat() if moments else None
    path = partial(article_path, article.id)
    yield from _in_languages(plan, path, locales or (plan.default,), modified)


def _in_languages(
    plan: Plan, path: PathOf, locales: tuple[Locale, ...] = (), modified: str | None = None
) -> Iterator[Place]:
    locales = locales or plan.offered
    alternates = tuple(
        (tag, plan.address(there) or there) for tag, there in plan.alternates(path, locales)
    )
    for locale in locales:
        yield Place(plan.address(path(locale)) or path(locale), modified, alternates)
