"""Character references that were not resolved.

https://html.spec.whatwg.org/multipage/syntax.html#character-references
"""

import re
from collections.abc import Iterator
from html import unescape

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds

__all__ = ["find_references"]

_REFERENCE = re.compile(r"&(?:[A-Za-z]{2,8}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,6});")


@finds("character-reference")
def find_references(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find references such as ``&zwnj;`` in what readers see; in code they may be meant."""
    for match in _REFERENCE.finditer(passage.text):
        character = unescape(match[0])
        if character != match[0] and not passage.part_at(match.start()).is_code:
            yield Hit(*match.span(), character, {"reference": match[0]})
