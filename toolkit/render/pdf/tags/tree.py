"""The boxes of all pages as one tree: an element's pieces on lines, columns and pages are one."""

from typing import Any, Final

import pydyf

from toolkit.direction.nesting import PIECE_OF
from toolkit.errors import Report
from toolkit.render.pdf.tags import boxes
from toolkit.render.pdf.tags.calls import CALL, MARKER, Calls
from toolkit.render.pdf.tags.node import Annotation, Leaf, Node
from toolkit.render.pdf.tags.picture import alternative, is_decoration, missing
from toolkit.render.pdf.tags.roles import table

__all__ = ["Tree"]

_HIDDEN: Final = "<</Type/Layout>>"
_REPEATED: Final = "<</Type/Pagination>>"
_ROOT: Final = "html"


class Tree:
    """What the boxes of a document say about its structure.

    Args:
        language: BCP 47 tag of the document.
        report: Receives a warning for each picture that nothing is said about.

    Attributes:
        root: The element of the document.
        leaves: What each drawn box is.
        anchors: The element that each name leads to.
        headings: The elements of the outline, in its order.
    """

    def __init__(self, language: str | None, report: Report) -> None:
        self.root = Node("Document", language=language)
        self.leaves: dict[Any, Leaf] = {}
        self.headings: list[Node] = []
        self._report = report
        self._calls = Calls()
        self.anchors = self._calls.anchors
        self._nodes: dict[object, Node] = {}
        self._page: Any = None
        self._number = 0
        self._linked: frozenset[int] = frozenset()

    def add_page(self, page: Any, number: int) -> None:
        """Add a page's boxes.

        Args:
            page: A laid-out page; those before it have been added.
            number: Its number, from 0.
        """
        self._page, self._number = page, number
        self._linked = boxes.linked(page)
        self._add(boxes.root(page), self.root, None)
        for box in boxes.footnotes(page):
            self._add(box, self._note(box), None)
        for box, artifact in boxes.margin_boxes(page):
            self._set_aside(box, artifact)

    def _add(self, box: Any, outer: Node, matrix: boxes.Matrix) -> None:
        if boxes.is_text(box):
            self._add_leaf(box, outer, box.text)
            return
        place = self._place(box, outer)
        if isinstance(place, str):
            self._set_aside(box, place)
            return
        matrix = boxes.transformed(box, matrix)
        self._keep_ways(box, place, matrix)
        if boxes.is_picture(box):
            self._add_picture(box, place, matrix)
        elif boxes.is_field(box):
            self._set_aside(box, _HIDDEN)  # the annotation has the value
        else:
            for child in boxes.children(box):
                self._add(child, place, matrix)

    def _add_leaf(self, box: Any, node: Node, text: str | None) -> None:
        if boxes.is_visible(box):
            leaf = self.leaves[box] = Leaf(box, self._number, text)
            node.kids.append(leaf)

    def _add_picture(self, box: Any, node: Node, matrix: boxes.Matrix) -> None:
        if node.role == "Figure" and "BBox" not in node.attributes:
            node.attributes["BBox"] = pydyf.Array(boxes.rectangle(box, self._page, matrix))
        self._add_leaf(box, node, None)

    def _set_aside(self, box: Any, artifact: str) -> None:
        """Make everything in a box an artifact with a property list."""
        if boxes.is_text(box) or boxes.is_picture(box):
            self.leaves[box] = Leaf(box, self._number, artifact=artifact)
            return
        for child in boxes.children(box):
            self._set_aside(child, artifact)

    def _place(self, box: Any, outer: Node) -> Node | str:
        """Return the element that a box belongs to, or the property list of an artifact."""
        if boxes.is_leader(box):
            return _HIDDEN
        if box.element is None:
            return outer
        key = _key(box)
        if known := self._nodes.get(key):
            return _REPEATED if boxes.is_repeatable(box) or boxes.is_fixed(box) else known
        if is_decoration(box):
            return _HIDDEN
        node = self._nodes[key] = self._node(box, outer)
        return node

    def _node(self, box: Any, outer: Node) -> Node:
        """Return a new element for a box, or the one around it where it means nothing."""
        if box.element_tag == _ROOT:
            return outer
        if boxes.pseudo(box) == "marker":
            outer = self._nodes.get((box.element, box.element.tag), outer)
        language = box.style["lang"] or outer.language
        if boxes.pseudo(box) == CALL:
            language = outer.language  # it stands in the text around, whatever the note is in
        role = _role(box, outer)
        if role is None:
            if language == outer.language:
                return outer
            role = "Span"
        node = Node(role, box.element, language, outer=outer)
        outer.kids.append(node)
        self._describe(node, box)
        return self._calls.link(node) if boxes.pseudo(box) in (CALL, MARKER) else node

    def _describe(self, node: Node, box: Any) -> None:
        """Add what the element says beside its content."""
        if node.role == "Figure":
            if words := alternative(box.element):
                node.entries["Alt"] = pydyf.String(words)
            else:
                self._report(missing(box.element))
        elif node.role == "L":
            node.attributes["ListNumbering"] = _numbering(box)
        elif box.element_tag == "abbr" and (full := box.element.get("title")):
            node.entries["E"] = pydyf.String(full)

    def _keep_ways(self, box: Any, node: Node, matrix: boxes.Matrix) -> None:
        """Keep what leads to a box, and from it."""
        if boxes.pseudo(box) in (CALL, MARKER):
            self._calls.tie(box, node, self._page, self._number, matrix)
        elif node.role == "Form" or (box.link and node.role == "Link"):
            is_live = id(box) in self._linked or node.role == "Form"
            node.kids.append(Annotation(box, self._number, is_live))
        if name := box.style["anchor"]:
            self.anchors.setdefault(name, node)
        if boxes.is_bookmarked(box):
            self.headings.append(node)

    def _note(self, box: Any) -> Node:
        """Return the element of a footnote, which is first in that of its call."""
        key = _key(box)
        if key not in self._nodes:
            note = self._nodes[key] = Node("Note", box.element, box.style["lang"])
            call = self._call(box.element)
            (call or self.root).kids.append(note)
            if call:
                call.references.append(note)
                note.references.append(call)
        return self._nodes[key]

    def _call(self, footnote: Any) -> Node | None:
        """Return the element of a footnote's call."""
        node = self._nodes.get((footnote, f"{footnote.tag}::{CALL}"))
        return node.outer if node and node.role == "Link" else node


def _key(box: Any) -> tuple[object, str]:
    """Return what all boxes of one source element have in common."""
    return box.element.get(PIECE_OF) or box.element, box.element_tag


def _role(box: Any, outer: Node) -> str | None:
    """Return the structure type of a box's element, ``None`` if it has none."""
    if pseudo := boxes.pseudo(box):
        role = table("pseudo").get(pseudo)
    elif boxes.is_picture(box):
        role = "Figure"
    else:
        role = _role_of_element(box)
    if role and not _may_stand(role, box.element_tag, _enclosing(outer)):
        role = None
    return role or ("Div" if boxes.is_block(box) and not pseudo else None)


def _may_stand(role: str, tag: str, outer: Node) -> bool:
    """Return whether a type means something in an element."""
    within = table("within").get(role)
    if within is None:
        return True
    is_terms = outer.role == "L" and outer.element.tag == "dl"
    return outer.role in within and (tag in ("dt", "dd")) == is_terms


def _role_of_element(box: Any) -> str | None:
    if boxes.is_field(box):
        return "Form"
    if (box.element_tag == "a" and not box.link) or (
        box.element_tag == "abbr" and not box.element.get("title")
    ):
        return None
    role: str | None = table("role").get(box.element_tag)
    return role


def _enclosing(node: Node) -> Node:
    """Return the innermost element around that means something."""
    while node.role == "Div" and node.outer:
        node = node.outer
    return node


def _numbering(box: Any) -> str:
    numbering = table("numbering")
    style = box.style["list_style_type"]
    name = style if isinstance(style, str) else ""
    return "/" + str(numbering.get(name) or numbering.get(box.element_tag, "None"))
