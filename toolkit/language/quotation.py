"""Quotation marks, two levels deep (CLDR's delimiters, which Babel does not carry)."""

from functools import lru_cache

from toolkit.language.negotiation import nearest
from toolkit.language.tables import table

__all__ = ["Marks", "quotation_marks"]

Marks = tuple[tuple[str, str], tuple[str, str]]
"""Opening and closing mark, of the outer and of the inner quotation."""


@lru_cache(maxsize=256)
def quotation_marks(tag: str) -> Marks:
    """Return a language's quotation marks.

    Args:
        tag: A BCP 47 tag.

    Returns:
        Such as ``(("«", "»"), ("‹", "›"))``.

    Raises:
        LocaleError: It is no BCP 47 tag, or names a language that CLDR does not know.
    """
    listed = table("quotation")
    by_language = {name: marks for marks, names in listed["languages"].items() for name in names}
    opening, closing, inner_opening, inner_closing = nearest(by_language, tag) or listed["default"]
    return (opening, closing), (inner_opening, inner_closing)
