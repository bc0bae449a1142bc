"""The outline: titles that read in both directions, and where they lead.

An outline's titles are plain strings that a viewer sets in a direction of its own (ISO 32000-2,
12.3.3); marks keep the words of a right-to-left title, and its punctuation, in their order.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

import pydyf

from toolkit.direction.script import Direction, first_strong
from toolkit.language import Locale

__all__ = ["directed", "mark_titles", "point_to_structure"]

_MARKS: Final[dict[Direction, str]] = {"ltr": "\u200e", "rtl": "\u200f"}
_SPLIT: Final = re.compile(r"\W+|\d+")


def mark_titles(pdf: pydyf.PDF, locale: Locale) -> None:
    """Give the titles their direction.

    Args:
        pdf: The PDF, its outline written.
        locale: The document's locale.
    """
    for item in _items(pdf):
        item["Title"] = pydyf.String(directed(item["Title"].string, locale.direction))


def directed(title: str, direction: Direction) -> str:
    """Return a title that stands in its direction wherever it is set.

    Args:
        title: A heading's text.
        direction: The document's.

    Returns:
        The title between marks of the document's direction, if it has words of that direction and
        an edge that does not show it; else as it is.
    """
    words = {first_strong(word) for word in _SPLIT.split(title)} - {None}
    if direction not in words:
        return title
    mark = _MARKS[direction]
    start = "" if first_strong(title[:1]) == direction else mark
    end = "" if first_strong(title[-1:]) == direction else mark
    return f"{start}{title}{end}"


def point_to_structure(pdf: pydyf.PDF, structure: Any) -> None:
    """Have the outline, the links and the named destinations lead to structure elements.

    ISO 32000-2, 12.3.2.3; ISO 14289-2, 8.8.

    Args:
        pdf: The PDF, its structure tree written.
        structure: The tree.
    """
    for item, element in zip(_items(pdf), structure.headings, strict=False):
        if element is not None and "Dest" in item:
            item["A"] = _go_to(item.pop("Dest"), element)
    names = _destinations(pdf)
    for found in pdf.objects:
        if isinstance(found, dict) and found.get("Subtype") == "/Link" and "Dest" in found:
            name = found["Dest"].string
            element = structure.destination(name)
            if element is not None and name in names:
                found["A"] = _go_to(names[name], element)
                del found["Dest"]
    pairs = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
    for place in range(0, len(pairs), 2):
        element = structure.destination(pairs[place].string)
        if element is not None:
            page = pairs[place + 1]
            pairs[place + 1] = pydyf.Dictionary({"D": page, "SD": _structured(page, element)})


def _destinations(pdf: pydyf.PDF) -> dict[str, Any]:
    pairs = pdf.catalog.get("Names", {}).get("Dests", {}).get("Names", [])
    return {name.string: page for name, page in zip(pairs[::2], pairs[1::2], strict=True)}


def _go_to(page: Any, element: Any) -> Any:
    return pydyf.Dictionary({"S": "/GoTo", "D": page, "SD": _structured(page, element)})


def _structured(page: Any, element: Any) -> Any:
    return pydyf.Array([element.reference, *list(page)[1:]])


def _items(pdf: pydyf.PDF) -> Iterator[Any]:
    """Yield the entries of the outline in its order."""
    outlines = _object(pdf, pdf.catalog.get("Outlines"))
    stack = [outlines.get("First")] if outlines else []
    while stack:
        item = _object(pdf, stack.pop())
        if item is not None:
            yield item
            stack += [item.get("Next"), item.get("First")]


def _object(pdf: pydyf.PDF, reference: Any) -> Any:
    return None if reference is None else pdf.objects[int(reference.split()[0])]
