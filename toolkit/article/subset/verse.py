"""Verse: a couplet (beyt) is a paragraph of hemistichs."""

from itertools import groupby

from toolkit.article.subset.tree import Node, blank

__all__ = ["arrange"]


def arrange(root: Node) -> None:
    """Put every word of each couplet into a hemistich.

    Args:
        root: The tree; it is changed.
    """
    for node in root.nodes:
        if node.tag == "p":
            _arrange_couplet(node, inside=root.tag == "div")
        else:
            arrange(node)


def _arrange_couplet(couplet: Node, *, inside: bool) -> None:
    if not inside:
        couplet.attributes.pop("class", None)
        return
    couplet.attributes["class"] = "beyt"
    children: list[Node | str] = []
    for is_hemistich, group in groupby(couplet.children, _is_hemistich):
        pieces = list(group)
        if is_hemistich or all(map(blank, pieces)):
            children += pieces
        else:
            children.append(Node("span", {"class": "hemistich"}, pieces))
    couplet.children = children


def _is_hemistich(child: Node | str) -> bool:
    return isinstance(child, Node) and child.attributes.get("class") == "hemistich"
