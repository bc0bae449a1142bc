"""Footnotes: each behind the paragraph that calls it (ISO 32000-1, table 338, Note)."""

from toolkit.render.pdf.tags.node import Annotation, Leaf, Node
from toolkit.render.pdf.tags.roles import PARAGRAPH, PHRASE

__all__ = ["place_notes"]


def place_notes(root: Node) -> None:
    """Put every note behind the paragraph, or at the end of the block, that its call is in.

    A reader who does not follow the call hears the sentence to its end.

    Args:
        root: A tree whose notes are in their calls; changed in place.
    """
    root.kids += _place(root)
    for number, note in enumerate(_notes(root), 1):
        note.entries["ID"] = f"(note{number})"


def _place(node: Node) -> list[Node]:
    """Place the notes in a node; return those that go behind it."""
    if node.role == "Reference":
        notes = [kid for kid in node.nodes if kid.role == "Note"]
        node.kids = [kid for kid in node.kids if kid not in notes]
        return notes
    placed: list[Node | Leaf | Annotation] = []
    last: list[Node] = []
    for kid in node.kids:
        placed.append(kid)
        if isinstance(kid, Node):
            notes = _place(kid)
            if kid.role in PARAGRAPH:
                placed += notes
            else:
                last += notes
    if node.role in PARAGRAPH or node.role in PHRASE:
        return last
    node.kids = [*placed, *last]
    return []


def _notes(root: Node) -> list[Node]:
    return [node for node in root.walk() if node.role == "Note"]
