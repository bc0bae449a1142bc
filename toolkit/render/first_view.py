"""What readers see first of a page, by the fonts that it is set in: a page asks early for these."""

from collections.abc import Iterator, Mapping

from toolkit.render.fonts import Role
from toolkit.render.phrase import Phrase
from toolkit.render.views import ArticleView, CardView, PageView

__all__ = ["first_texts"]

_CARDS = 3
"""Cards of a list that a screen shows at once."""


def first_texts(view: PageView) -> Mapping[Role, str]:
    """Return the text at the top of a page by the role of its font.

    Args:
        view: What the templates see.
    """
    article, cards = view.article, tuple(_first_cards(view))
    return {
        "heading": _joined(_headings(article), (card.title for card in cards)),
        "text": _joined(_standfirst(article), (card.teaser for card in cards)),
    }


def _first_cards(view: PageView) -> Iterator[CardView]:
    """Yield the cards at the top: the lead, or the first of a list."""
    if view.lead:
        yield view.lead
    if view.listing:
        yield from view.listing.cards[:_CARDS]


def _headings(article: ArticleView | None) -> Iterator[Phrase]:
    """Yield what is bold at the top of an article: headline and names."""
    if article:
        yield article.title
        yield from article.authors


def _standfirst(article: ArticleView | None) -> Iterator[Phrase | None]:
    if article:
        yield article.subtitle or article.summary


def _joined(*parts: Iterator[Phrase | None] | Iterator[Phrase]) -> str:
    return " ".join(phrase.text for part in parts for phrase in part if phrase)
