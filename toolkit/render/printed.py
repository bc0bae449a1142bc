"""What a page needs on paper and not on a screen: the steps, in their order."""

from lxml.html import HtmlElement

from toolkit.article.publication import Pdf
from toolkit.render.decoration import make_backgrounds
from toolkit.render.headline_ends import keep_headline_ends_whole
from toolkit.render.link_addresses import show_link_addresses
from toolkit.render.unbroken import keep_tokens_unbroken

__all__ = ["prepare_for_print"]


def prepare_for_print(tree: HtmlElement, settings: Pdf) -> None:
    """Complete a marked page for print.

    Args:
        tree: The page, changed in place.
        settings: How the PDF is made.
    """
    if settings.link_addresses:
        show_link_addresses(tree)
    keep_tokens_unbroken(tree)
    keep_headline_ends_whole(tree)
    make_backgrounds(tree)
