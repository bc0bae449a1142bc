"""Lists: terms with their descriptions, and what the labels are (ISO 32000-1, 14.8.4.3.3)."""

from toolkit.render.pdf.tags.containment import hold
from toolkit.render.pdf.tags.node import Node
from toolkit.render.pdf.tags.roles import Version

__all__ = ["pair_terms", "tell_numbering"]


def pair_terms(terms: Node) -> None:
    """Put each group of terms and descriptions of a ``dl`` into an item of its own.

    Args:
        terms: The list, changed in place.
    """
    hold(terms, ("LBody", "Lbl"))
    items: list[Node] = []
    before = "LBody"
    for kid in terms.nodes:
        if (kid.role == "Lbl" and before == "LBody") or not items:
            items.append(Node("LI", language=terms.language))
        items[-1].kids.append(kid)
        before = kid.role
    terms.kids = list(items)


def tell_numbering(node: Node, version: Version) -> None:
    """Say what the labels of a list are; a list without any says so.

    Args:
        node: A list whose kids are items; changed in place.
        version: Version of PDF.
    """
    if node.element is not None and node.element.tag == "dl":
        node.attributes["ListNumbering"] = "/Description" if version == "2.0" else "/None"
    elif not any(part.role == "Lbl" for item in node.nodes for part in item.nodes):
        node.attributes["ListNumbering"] = "/None"
