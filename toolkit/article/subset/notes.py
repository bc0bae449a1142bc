"""Footnotes: one section of them, at the end, with no heading and no rule."""

from toolkit.article.subset.tree import Node

__all__ = ["arrange"]


def arrange(root: Node) -> None:
    """Gather the footnotes at the end.

    Args:
        root: The tree; it is changed.
    """
    sections = _take(root)
    lists = [node for section in sections for node in section.nodes if node.tag == "ol"]
    others = [
        node
        for section in sections
        for node in section.nodes
        if not (node.tag in {"ol", "hr"} or node.heading)
    ]
    root.children += others
    if lists:
        items = [item for node in lists for item in node.nodes]
        attributes = sections[0].attributes
        root.children.append(Node("section", attributes, [Node("ol", children=[*items])]))


def _take(root: Node) -> list[Node]:
    """Remove and return every section of footnotes."""
    found = [node for node in root.nodes if _is_section(node)]
    if found:
        root.children = [child for child in root.children if not _is_section(child)]
    for node in root.nodes:
        found += _take(node)
    return found


def _is_section(child: Node | str) -> bool:
    return isinstance(child, Node) and child.tag == "section"
