"""A headline does not break a hyphenated word that has a short part, such as Pul-e or co-op.

A hyphen is a place to break lines (UAX #14, class HY, https://www.unicode.org/reports/tr14/#HY),
and CSS has no property for it: ``hyphens`` is about hyphens that are added.
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from toolkit.direction.passage import Piece

__all__ = ["keep_hyphenated_whole"]

_HEADLINES = ("h1", "h2", "h3", "h4", "h5", "h6")

# At most 16 characters, which fit into the narrowest column; one part is of one or two.
_WORD = re.compile(
    r"(?<![\w-])(?=[\w-]{3,16}(?![\w-]))(?=\w+-)((?:\w+-)*\w{1,2}(?:-\w+)*)(?![\w-])"
)


def keep_hyphenated_whole(tree: Element) -> None:
    """Put hyphenated words with a short part on one line in headlines; the text does not change.

    Args:
        tree: A page or a part of one, changed in place; such words get the class ``unbroken``.
    """
    for headline in tree.iter(*_HEADLINES):
        for piece in list(_pieces(headline)):
            _keep_words(piece)


def _pieces(headline: Element) -> Iterator[Piece]:
    """Yield the texts of a headline that have a hyphen."""
    for element in headline.iter("*"):
        places = [Piece(0, element, is_tail=False)]
        if element is not headline:
            places.append(Piece(0, element, is_tail=True))
        yield from (piece for piece in places if "-" in piece.read())


def _keep_words(piece: Piece) -> None:
    before, *rest = _WORD.split(piece.read())
    for word, after in reversed(list(zip(rest[::2], rest[1::2], strict=True))):
        kept = piece.element.makeelement("span", {"class": "unbroken"})
        piece.insert(kept)
        kept.text, kept.tail = word, after
    piece.write(before)
