"""Short tokens, such as a telephone number, stay on one line of print."""

from lxml.html import HtmlElement

__all__ = ["keep_tokens_unbroken"]

_LONGEST = 24
"""Characters; a longer token may be broken, or justified lines before it would gape."""


def keep_tokens_unbroken(tree: HtmlElement) -> None:
    """Forbid line breaks within the short isolates of a marked page.

    Args:
        tree: The page, changed in place.
    """
    for token in tree.iter("bdi"):
        if token.get("dir") == "ltr" and len(token.text_content()) <= _LONGEST:
            token.set("style", "white-space: nowrap")
