"""What is different between two renderings of a page."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from lxml import html as lxml_html
from lxml.html import HtmlElement

from toolkit.article.subset.names import BLOCKS
from toolkit.render.markup import written

__all__ = ["Comparison", "Difference", "compare"]

Kind = Literal["changed", "added", "removed"]

_UNITS = BLOCKS | {"h1", "img", "summary"}
_MOST = 4000
_STYLE = (
    "[data-difference]{outline:3px dashed #a50e5b;outline-offset:3px}"
    "[data-difference=added]{outline:3px solid #0b57d0}"
    "[data-difference=removed]{outline:3px dotted #b3261e}"
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A passage that is not as it was.

    Args:
        kind: What happened to it.
        before: Its text before; empty where it is new.
        after: Its text after; empty where it is gone.
        lang: BCP 47 tag of its language.
        direction: Its base direction.
    """

    kind: Kind
    before: str
    after: str
    lang: str
    direction: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two renderings with marks on what differs.

    Args:
        before: The earlier page.
        after: The later page.
        differences: The passages that differ, in the order of the page.
    """

    before: str
    after: str
    differences: tuple[Difference, ...]


def compare(before: str, after: str) -> Comparison:
    """Compare two renderings of a page, passage by passage.

    Args:
        before: The earlier page.
        after: The later page.
    """
    trees = [lxml_html.document_fromstring(page) for page in (before, after)]
    old, new = ([*_units(tree)][:_MOST] for tree in trees)
    matcher = SequenceMatcher(None, [*map(_key, old)], [*map(_key, new)], autojunk=False)
    differences = tuple(
        difference
        for tag, first, end, start, last in matcher.get_opcodes()
        if tag != "equal"
        for difference in _marked(old[first:end], new[start:last])
    )
    return Comparison(_page(trees[0]), _page(trees[1]), differences)


def _units(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the passages of a page: the blocks that hold no other block."""
    for element in tree.iterfind("body//*"):
        if element.tag in _UNITS and next(element.iterdescendants(*_UNITS), None) is None:
            yield element


def _key(element: HtmlElement) -> str:
    """Return what tells a passage from another, without what only the preview adds."""
    bare = deepcopy(element)
    bare.tail = None
    for part in bare.iter():
        for name in [name for name in part.attrib if name.startswith("data-")]:
            del part.attrib[name]
    return written(bare)


def _marked(old: Sequence[HtmlElement], new: Sequence[HtmlElement]) -> Iterator[Difference]:
    for index in range(max(len(old), len(new))):
        before = old[index] if index < len(old) else None
        after = new[index] if index < len(new) else None
        kind: Kind = "added" if before is None else "removed" if after is None else "changed"
        for element in (before, after):
            if element is not None:
                element.set("data-difference", kind)
        shown = before if after is None else after
        assert shown is not None  # noqa: S101 - one of the two is there
        lang = _nearest(shown, "lang")
        yield Difference(kind, _text(before), _text(after), lang, _nearest(shown, "dir"))


def _text(element: HtmlElement | None) -> str:
    if element is None:
        return ""
    return " ".join(element.text_content().split()) or element.get("alt", "")


def _nearest(element: HtmlElement, name: str) -> str:
    found = (one.get(name) for one in (element, *element.iterancestors()))
    return next(filter(None, found), "")


def _page(tree: HtmlElement) -> str:
    style = lxml_html.Element("style")
    style.text = _STYLE
    head = tree.find("head")
    assert head is not None  # noqa: S101 - every page has one
    head.append(style)
    return written(tree, "<!doctype html>")
