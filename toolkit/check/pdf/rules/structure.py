"""Structure elements (ISO 32000-2, 14.8; ISO 14289-1, 7)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from toolkit.check.pdf.document import Document
from toolkit.check.pdf.objects import dictionary, identity, name, numbers, text
from toolkit.check.pdf.rule import Fault, finds
from toolkit.check.pdf.tree import Element, Widget

# What one element of the source never follows at once with another of its kind, over a page.
_WHOLE: Final = frozenset(["Part", "Art", "Table", "L", "BlockQuote"])
_GROUPS: Final = frozenset([*_WHOLE, "Div", "NonStruct", "Sect", "THead"])
_HEADS: Final = frozenset(["Caption", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"])
_SLACK: Final = 1.0  # points


@finds("pdf-role-map")
def _role_map(document: Document) -> Iterator[Fault]:
    for kind in document.tree.looped if document.tree else ():
        yield Fault(words={"type": kind})


@finds("pdf-split-element")
def _split_element(document: Document) -> Iterator[Fault]:
    for parent in document.tree.root.walk() if document.tree else ():
        for first, second in pairwise(parent.elements):
            if first.kind == second.kind and _follows(document, first, second):
                shown = document.text_of(second)[:200]
                page = document.pages_of(second)[0]
                yield Fault(page, second.kind, shown, {"kind": second.kind})


def _follows(document: Document, first: Element, second: Element) -> bool:
    """Tell whether an element reads as the rest of the one before it, on the next page."""
    if first.kind not in _WHOLE:
        return False
    before, after = document.pages_of(first), document.pages_of(second)
    if not before or not after or after[0] != before[-1] + 1:
        return False
    return _opening(second).kind not in _HEADS


def _opening(element: Element) -> Element:
    """Return the first element of a group that is none."""
    while element.kind in _GROUPS and element.elements:
        element = element.elements[0]
    return element


@finds("pdf-figure-alt")
def _figure_alt(document: Document) -> Iterator[Fault]:
    for figure in _of_kind(document, "Figure"):
        if not (figure.alt or figure.actual):
            yield Fault(_page(document, figure), "Figure")


@finds("pdf-figure-box")
def _figure_box(document: Document) -> Iterator[Fault]:
    for figure in _of_kind(document, "Figure"):
        page = document.page_of.get(figure.page)
        box = _numbers(figure.attributes.get("BBox"))
        if len(box) != 4:
            yield Fault(_page(document, figure), "Figure", words={"what": "has no box"})
        elif page is not None and not _lies_in(box, page.box):
            what = f"has a box that is off the page, {' '.join(f'{edge:g}' for edge in box)}"
            yield Fault(page.index, "Figure", words={"what": what})


def _lies_in(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    left, lower, right, upper = inner
    return (
        left < right
        and lower < upper
        and left >= outer[0] - _SLACK
        and lower >= outer[1] - _SLACK
        and right <= outer[2] + _SLACK
        and upper <= outer[3] + _SLACK
    )


@finds("pdf-header-scope")
def _header_scope(document: Document) -> Iterator[Fault]:
    for head in _of_kind(document, "TH"):
        if name(head.attributes.get("Scope")) not in {"Row", "Column", "Both"}:
            yield Fault(_page(document, head), "TH", document.text_of(head))


@finds("pdf-link-contents")
def _link_contents(document: Document) -> Iterator[Fault]:
    owner = {
        kid.number: element
        for element in document.elements()
        for kid in element.kids
        if isinstance(kid, Widget)
    }
    for index, annotation in document.annotations():
        if name(annotation.get("/Subtype")) != "Link":
            continue
        link = owner.get(identity(annotation)[0])
        shown = document.text_of(link) if link else ""
        contents = (text(annotation.get("/Contents")) or "").strip()
        action = dictionary(annotation.get("/A"))
        address = text(action.get("/URI")) if action is not None else None
        if not contents:
            yield Fault(index, "Link", shown, {"what": "has no description"})
        elif contents == address and _bare(contents) not in _bare(shown):
            yield Fault(index, "Link", shown, {"what": "is described by its address"})


def _bare(value: str) -> str:
    return "".join(value.split()).removeprefix("mailto:").removesuffix("/").casefold()


def _of_kind(document: Document, kind: str) -> Iterator[Element]:
    return (element for element in document.elements() if element.kind == kind)


def _page(document: Document, element: Element) -> int | None:
    known = document.page_of.get(element.page)
    return known.index if known else next(iter(document.pages_of(element)), None)


def _numbers(value: Any) -> tuple[float, ...]:  # noqa: ANN401 - whatever the file has
    if isinstance(value, list):
        try:
            return tuple(float(item) for item in value)
        except (TypeError, ValueError):
            return ()
    return numbers(value)
