"""What a page tells search engines, feed readers and networks about itself.

Canonical links (https://www.rfc-editor.org/rfc/rfc6596) and alternate languages
(https://developers.google.com/search/docs/specialty/international/localized-versions).
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urljoin

from toolkit.language import Locale
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.open_graph import article_properties, list_properties
from toolkit.render.paths import article_path, feed_path
from toolkit.render.plan import PathOf, readable_in
from toolkit.render.social import SocialPicture
from toolkit.render.structured import article_data
from toolkit.render.views import ArticleView, HeadView, PictureView

__all__ = ["article_head", "list_head", "with_picture"]


def article_head(page: PageContext, edition: Edition, view: ArticleView) -> HeadView:
    """Return the head of an article's page.

    A page that shows the article in another language than the reader's stands in for the page in
    that language: it names that one as canonical, and has no alternates.

    Args:
        page: What the page's parts share.
        edition: The article as its reader gets it.
        view: The same for the templates.
    """
    path = partial(article_path, edition.article.id)
    locales = readable_in(edition.article, page.plan.offered)
    is_main = page.locale in locales
    main = page.locale if is_main else page.plan.main(locales)
    address = page.address(path(main))
    head = HeadView(
        canonical=address,
        alternates=_alternates(page, path, locales) if is_main else (),
        feed=_feed(page),
    )
    if address is None:
        return head
    return replace(
        head,
        properties=tuple(article_properties(page, view, address)),
        picture=view.picture and replace(view.picture, src=urljoin(address, view.picture.src)),
        data=article_data(page, edition, view, address),
    )


def with_picture(page: PageContext, head: HeadView, social: SocialPicture) -> HeadView:
    """Return a head whose picture is one drawn for networks.

    Args:
        page: What the page's parts share; takes the picture.
        head: The head of a page whose address is known.
        social: The picture.
    """
    src = urljoin(head.canonical or "", page.pictures.add(social))
    picture = PictureView(src=src, alt=social.title, width=social.width, height=social.height)
    return replace(head, picture=picture)


def list_head(page: PageContext, path: PathOf) -> HeadView:
    """Return the head of a front page or of one page of a list.

    Args:
        page: What the page's parts share.
        path: Gives its path in a language.
    """
    address = page.address(path(page.locale))
    return HeadView(
        canonical=address,
        alternates=_alternates(page, path, page.plan.offered),
        feed=_feed(page),
        properties=tuple(list_properties(page, address)) if address else (),
    )


def _alternates(
    page: PageContext, path: PathOf, locales: Sequence[Locale]
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (tag, page.address(there) or page.link(there))
        for tag, there in page.plan.alternates(path, locales)
    )


def _feed(page: PageContext) -> str | None:
    is_made = page.plan.has_lists and page.plan.base is not None
    return page.link(feed_path(page.locale)) if is_made else None
