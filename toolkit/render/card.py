"""An article in a list: thumbnail, headline, teaser, date, and its language if it is another."""

from dataclasses import dataclass, field, replace

from markupsafe import Markup

from toolkit.article import Article
from toolkit.render.context import PageContext
from toolkit.render.edition import Edition
from toolkit.render.illustration import Illustrator
from toolkit.render.paths import article_path
from toolkit.render.pictures import PictureFile
from toolkit.render.responsive import Place
from toolkit.render.views import CardView

__all__ = ["card", "headline"]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """All that a card depends on but what the pages of a renderer have in common."""

    id: str
    article: Article = field(hash=False)
    file: PictureFile | None
    place: Place

    def made(self, page: PageContext) -> CardView:
        """Return the card."""
        edition, file = Edition.of(self.article, page.locale), self.file
        return replace(
            headline(page, self.article),
            teaser=edition.phrase(self.article.summary) or edition.phrase(self.article.subtitle),
            picture=Illustrator(page).card(edition, file, self.place) if file else None,
        )


def card(page: PageContext, article: Article, *, place: Place = "card") -> CardView:
    """Return an article as a list shows it.

    Args:
        page: What the page's parts share.
        article: The article.
        place: Where its picture stands.
    """
    # The picture is looked at for each page, since it may have changed.
    file = Illustrator(page).file(article)
    wanted = _Wanted(article.id, article, file, place)
    return page.shared(wanted, wanted.made)


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
