"""An article in a list: thumbnail, headline, teaser, date."""

from toolkit.article import Article
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.illustration import Illustrator
from toolkit.render.views import CardView

__all__ = ["card"]


def card(page: PageContext, article: Article) -> CardView:
    """Return an article as a list shows it.

    Args:
        page: What the page's parts share.
        article: The article.
    """
    edition = Edition.of(article, page.locale)
    return CardView(
        href=_link(page, article),
        title=edition.title,
        teaser=edition.phrase(article.summary) or edition.phrase(article.subtitle),
        picture=Illustrator(page).thumbnail(edition, edition.title),
        published=page.date(edition, article.published),
    )


def _link(page: PageContext, article: Article) -> str:
    name = page.file_name(article.id)
    base = page.publication.base_url
    return name if page.medium == "web" or base is None else base.rstrip("/") + "/" + name
