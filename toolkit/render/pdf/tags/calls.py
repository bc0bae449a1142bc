"""The ways from a footnote's call to the note and back."""

from typing import Any, Final

from toolkit.render.pdf.tags import boxes
from toolkit.render.pdf.tags.node import Annotation, Node

__all__ = ["CALL", "MARKER", "Calls"]

CALL: Final = "footnote-call"
MARKER: Final = "footnote-marker"
"""Pseudo-elements of a footnote: its number in the text, and that beside the note."""


class Calls:
    """The footnotes of one document.

    Attributes:
        anchors: The element that the name of each anchor made here leads to.
    """

    def __init__(self) -> None:
        self.anchors: dict[str, Node] = {}
        self._numbers: dict[Any, int] = {}

    def link(self, node: Node) -> Node:
        """Return a link in a call or a marker for its words; the same element inside a link.

        Args:
            node: Element of the call or of the marker.
        """
        around = node.outer
        while around is not None:
            if around.role == "Link":
                return node
            around = around.outer
        link = Node("Link", node.element, node.language, outer=node)
        node.kids.append(link)
        return link

    def tie(self, box: Any, link: Node, page: Any, number: int, matrix: boxes.Matrix) -> None:
        """Let a call lead to its note, or the note's marker to the call.

        Args:
            box: The box of the call or of the marker.
            link: The link in it; another element if there is none.
            page: Its page.
            number: Number of the page, from 0.
            matrix: What the box is transformed by.
        """
        end = link.outer
        if link.role != "Link" or end is None:
            return
        note = self._numbers.setdefault(box.element, len(self._numbers) + 1)
        names = f"toolkit:call-{note}", f"toolkit:note-{note}"
        name, target = names
        if boxes.pseudo(box) == MARKER:
            name, target, end = target, name, end.outer or end
        boxes.add_way(page, box, matrix, name=name, target=target)
        link.kids.append(Annotation(box, number, is_live=True))
        self.anchors.setdefault(name, end)
