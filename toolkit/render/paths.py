"""Where the pages of a publication stand, relative to its root."""

from toolkit.language import Locale

__all__ = ["ASSETS", "NOT_FOUND", "article_path", "feed_path", "front_path", "list_path"]

ASSETS = "assets/"
NOT_FOUND = "404.html"


def article_path(name: str, locale: Locale, suffix: str = "html") -> str:
    """Return the path of an article in one language and format.

    Args:
        name: The article's id.
        locale: The readers' locale.
        suffix: ``html``, ``pdf`` or ``txt``.
    """
    return f"{name}.{locale.tag}.{suffix}"


def front_path(locale: Locale) -> str:
    """Return the path of the front page in one language."""
    return f"index.{locale.tag}.html"


def feed_path(locale: Locale) -> str:
    """Return the path of the feed in one language."""
    return f"feed.{locale.tag}.xml"


def list_path(slug: str | None, number: int, locale: Locale) -> str:
    """Return the path of one page of a section's list.

    Args:
        slug: The section's, or ``None`` for the list of all articles.
        number: Number of the page, from 1.
        locale: The readers' locale.
    """
    name = slug or "index"
    return f"section/{name if number == 1 else f'{name}.{number}'}.{locale.tag}.html"
