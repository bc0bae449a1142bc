"""The parts of a body that a translation has too: headings, paragraphs, items, figures, tables."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, get_args

from lxml.html import HtmlElement

from toolkit.article.subset.blocks import blocks
from toolkit.render.markup import parse

__all__ = ["KINDS", "Kind", "Unit", "units"]

Kind = Literal[
    "heading", "paragraph", "item", "quotation", "figure", "table", "verse", "code", "note", "term"
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_KIND_OF: Final[dict[str, Kind]] = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("dt", "dd"), "term"),
    "p": "paragraph",
    "li": "item",
    "blockquote": "quotation",
    "aside": "quotation",
    "footer": "quotation",
    "figure": "figure",
    "table": "table",
    "pre": "code",
}
_WHOLE: Final = frozenset(("aside", "figure", "li", "dd", "table", "pre"))
"""Elements whose blocks are no units of their own; lists in items still are."""
_NUMBER: Final = re.compile(r"\d+(?:[.,:/٫٬]\d+)*")
_NAME: Final = re.compile(r"[A-Z][A-Z0-9+/-]+")
_SEPARATORS: Final = str.maketrans({"٫": ".", "٬": "", ",": ""})
_EXCERPT: Final = 90


@dataclass(frozen=True)
class Unit:
    """A part of a body.

    Args:
        number: Its number among the :func:`~toolkit.article.subset.blocks.blocks`.
        kind: What it is.
        level: Level of a heading, depth of an item, or 0.
        text: Its text, white space collapsed.
        links: Where it leads and which pictures it shows.
    """

    number: int
    kind: Kind
    level: int
    text: str
    links: frozenset[str]

    @property
    def excerpt(self) -> str:
        """The beginning of its text."""
        return self.text if len(self.text) <= _EXCERPT else self.text[:_EXCERPT].rstrip() + "…"

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a translation keeps: numbers, names in capital letters, links."""
        numbers = {_plain(found[0]) for found in _NUMBER.finditer(self.text)}
        return self.links | numbers | set(_NAME.findall(self.text))


def units(body: str) -> tuple[Unit, ...]:
    """Return the units of a body in order.

    Args:
        body: Clean HTML.
    """
    if not body.strip():
        return ()
    root = parse(body)
    numbers = {element: number for number, element in blocks(root)}
    return tuple(_units(root, numbers, None))


def _units(
    element: HtmlElement, numbers: dict[HtmlElement, int], within: Kind | None
) -> Iterator[Unit]:
    for child in element:
        kind = _kind(child, within)
        if kind and child.tag != "blockquote":
            yield _unit(child, numbers[child], kind)
        if child.tag in _WHOLE:
            for nested in child.iterchildren("ul", "ol"):
                yield from _units(nested, numbers, within)
        elif kind in (None, "quotation"):
            yield from _units(child, numbers, kind or _within(child, within))


def _kind(element: HtmlElement, within: Kind | None) -> Kind | None:
    if element.get("class") == "verse":
        return "verse"
    found = _KIND_OF.get(str(element.tag))
    return within if found in ("paragraph", "item") and within else found


def _within(element: HtmlElement, outer: Kind | None) -> Kind | None:
    return "note" if element.get("class") == "footnotes" else outer


def _unit(element: HtmlElement, number: int, kind: Kind) -> Unit:
    tag = str(element.tag)
    depth = sum(1 for above in element.iterancestors("ul", "ol")) if tag == "li" else 0
    return Unit(
        number=number,
        kind=kind,
        level=int(tag[1]) if kind == "heading" else depth,
        text=" ".join(_own_text(element).split()),
        links=frozenset(
            value
            for name in ("href", "src")
            for value in element.xpath(f".//@{name}")
            if not value.startswith("#")
        ),
    )


def _own_text(element: HtmlElement) -> str:
    """Return the text of an element without the lists in it; a picture's is what it shows."""
    texts = element.xpath(
        "self::li//text()[count(ancestor::li)=$depth] | self::*[not(self::li)]//text()"
        " | self::figure//@alt",
        depth=len(list(element.iterancestors("li"))) + 1,
    )
    return " ".join(map(str, texts)) if element.tag in ("figure", "table") else "".join(texts)


def _plain(number: str) -> str:
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in number)
    return digits.translate(_SEPARATORS)
