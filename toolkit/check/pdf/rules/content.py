"""Content and who owns it (ISO 32000-2, 14.8.2)."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from pikepdf import NumberTree, Object, PdfError

from toolkit.check.pdf.document import Document
from toolkit.check.pdf.objects import array, dictionary, integer
from toolkit.check.pdf.rule import Fault, finds
from toolkit.check.pdf.tree import Mark, Tree

_MARGIN: Final = 0.12  # part of the page's height at its head and foot
_LEAST: Final = 3  # pages on which something is repeated before it is a running head
_PLACES: Final = 2.0  # points within which two lines stand at the same height

_PRESENTATION: Final = range(0xFE70, 0xFEFD)


@finds("pdf-untagged-content")
def _untagged_content(document: Document) -> Iterator[Fault]:
    if not document.is_tagged:
        return
    for page in document.pages:
        if page.untagged:
            yield Fault(page.index, shown="".join(page.untagged), words={"what": "text"})
        if page.drawings:
            yield Fault(page.index, words={"what": f"{page.drawings} drawings"})


@finds("pdf-lost-content")
def _lost_content(document: Document) -> Iterator[Fault]:
    if document.tree is None:
        return
    owned = Counter(document.tree.root.marks())
    for mark, count in owned.items():
        if mark not in document.shown:
            yield Fault(words={"what": f"has an element whose content {mark.mcid} is nowhere"})
        elif count > 1:
            page, shown = document.shown[mark]
            what = "is owned by more than one element"
            yield Fault(page.index, shown=shown.text, words={"what": what})
    yield from _unowned(document, set(owned))


def _unowned(document: Document, owned: set[Mark]) -> Iterator[Fault]:
    for page in document.pages:
        for mcid in page.repeated:
            what = f"has more than one content with the identifier {mcid}"
            yield Fault(page.index, words={"what": what})
        for mark, shown in page.shown.items():
            if mark not in owned and shown.text.strip():
                yield Fault(page.index, shown=shown.text, words={"what": "is in no element"})


@finds("pdf-parent-tree")
def _parent_tree(document: Document) -> Iterator[Fault]:
    """Find pages from whose content no way leads to its elements."""
    top = dictionary(document.root.get("/StructTreeRoot"))
    tree = dictionary(top.get("/ParentTree")) if top is not None else None
    if top is None:
        return
    known = _numbers(tree) if tree is not None else {}
    for page, content in zip(document.pdf.pages, document.pages, strict=False):
        own = [mark.mcid for mark in content.shown if mark.stream == content.number]
        key = integer(page.obj.get("/StructParents"))
        owners = array(known.get(key)) if key is not None else []
        if len(owners) <= max(own, default=-1):
            yield Fault(content.index)


def _numbers(tree: Object) -> dict[int, Object]:
    """Return a number tree's entries; none where it is damaged."""
    try:
        return dict(NumberTree(tree).items())
    except (PdfError, RuntimeError, TypeError, ValueError):
        return {}


@finds("pdf-running-head")
def _running_head(document: Document) -> Iterator[Fault]:
    """Find text that stands in the margin of several pages at the same height.

    Page numbers differ, so digits are not compared.  The labels of footnotes are alike by nature.
    """
    owned = _read_out(document.tree) if document.tree else set()
    places: dict[tuple[int, str], list[tuple[int, str]]] = defaultdict(list)
    for mark, (page, shown) in document.shown.items():
        _, lower, _, upper = page.box
        if mark not in owned or shown.bottom is None or not shown.text.strip():
            continue
        share = (shown.bottom - lower) / ((upper - lower) or 1)
        if share < _MARGIN or share > 1 - _MARGIN:
            key = round(shown.bottom / _PLACES), _without_digits(shown.text)
            places[key].append((page.index, shown.text))
    for found in places.values():
        pages = dict.fromkeys(index for index, _ in found)
        if len(pages) >= min(_LEAST, max(2, len(document.pages) - 1)):
            yield Fault(found[0][0], shown=found[0][1], words={"pages": str(len(pages))})


def _read_out(tree: Tree) -> set[Mark]:
    """Return the marked content of a structure tree but for the labels of notes and lists."""
    labels = (element for element in tree.root.walk() if element.kind == "Lbl")
    return set(tree.root.marks()).difference(*(label.marks() for label in labels))


def _without_digits(text: str) -> str:
    return "".join(character for character in text if not character.isdecimal()).strip()


@finds("pdf-presentation-form")
def _presentation_form(document: Document) -> Iterator[Fault]:
    for page, shown in document.shown.values():
        if any(ord(character) in _PRESENTATION for character in shown.text):
            yield Fault(page.index, shown=shown.text)
