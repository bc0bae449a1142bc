"""Which of the two pages a panel is about."""

from typing import Literal

from fastapi import HTTPException

from toolkit.article import Article
from toolkit.article.prepare import prepare
from toolkit.language import PSEUDO_LOCALES, Locale
from toolkit.preview.context import Context
from toolkit.preview.view import View

__all__ = ["Side", "known_locale", "language_name", "prepared", "tag_of"]

Side = Literal["left", "right"]


def tag_of(view: View, side: Side) -> str:
    """Return the BCP 47 tag of the page on a side."""
    return view.left if side == "left" else view.right


def prepared(preview: Context, view: View) -> Article | None:
    """Return the article that is shown, as its pages are made of it; ``None`` for the front page.

    Raises:
        ToolkitError: It breaks the contract.
    """
    snapshot = preview.workspace.snapshot
    article = snapshot.articles.get(view.article)
    return article and prepare(article, report=lambda _found: None)


def language_name(tag: str, ui: str) -> str:
    """Return what a language is called in the language of the preview's user."""
    return tag if tag in PSEUDO_LOCALES else Locale.parse(ui).name_of(tag)


def known_locale(preview: Context, tag: str) -> str:
    """Return a tag that the publication has pages in.

    Raises:
        HTTPException: It has none in that language (404).
    """
    if tag not in preview.workspace.snapshot.locales:
        raise HTTPException(404)
    return tag
