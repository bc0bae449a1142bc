"""Captions: what they belong to (ISO 32000-1, table 333; ISO 32000-2, 14.8.4.8.4)."""

from toolkit.render.pdf.tags.node import Node
from toolkit.render.pdf.tags.roles import Version

__all__ = ["place_captions"]


def place_captions(root: Node, version: Version) -> None:
    """Put the captions of figures where they belong.

    A table takes its caption.  A picture does in PDF 2.0; in 1.7 its text alternative would be
    read in the place of the caption too, so that it stands beside.

    Args:
        root: The tree, changed in place.
        version: Version of PDF.
    """
    for group in list(root.walk()):
        if group.role == "Group":
            _place(group, version)


def _place(group: Node, version: Version) -> None:
    caption = next((kid for kid in group.nodes if kid.role == "Caption"), None)
    table = next((kid for kid in group.nodes if kid.role == "Table"), None)
    picture = next((node for node in group.walk() if node.role == "Figure"), None)
    if caption and picture and not table and version == "1.7":
        return
    group.role = "Div"
    if caption is None:
        return
    if (owner := table or picture) and all(kid.role != "Caption" for kid in owner.nodes):
        group.kids.remove(caption)
        owner.kids.append(caption)
    else:
        caption.role = "Div"
