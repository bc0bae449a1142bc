"""An article in a list: thumbnail, headline, teaser, date, and its language if it is another."""

from dataclasses import replace

from markupsafe import Markup

from toolkit.article import Article
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.illustration import Illustrator
from toolkit.render.paths import article_path
from toolkit.render.responsive import Place
from toolkit.render.views import CardView

__all__ = ["card", "headline"]


def card(page: PageContext, article: Article, *, place: Place = "card") -> CardView:
    """Return an article as a list shows it.

    Args:
        page: What the page's parts share.
        article: The article.
        place: Where its picture stands.
    """
    edition = Edition.of(article, page.locale)
    return replace(
        headline(page, article),
        teaser=edition.phrase(article.summary) or edition.phrase(article.subtitle),
        picture=Illustrator(page).card(edition, edition.title, place),
    )


def headline(page: PageContext, article: Article) -> CardView:
    """Return an article as a list shows it that has no room for pictures and teasers.

    Args:
        page: What the page's parts share.
        article: The article.
    """
    edition = Edition.of(article, page.locale)
    return CardView(
        href=page.link(article_path(article.id, page.locale)),
        title=edition.title,
        teaser=None,
        picture=None,
        published=page.date(edition, article.published),
        notice=_notice(page, edition),
    )


def _notice(page: PageContext, edition: Edition) -> Markup | None:
    """Name the language of an article that is not in the reader's."""
    if edition.is_own:
        return None
    return page.labels.html("a11y.text_in_language", language=page.locale.name_of(edition.lang))
