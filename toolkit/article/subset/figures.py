"""Figures: a picture that stands alone is one, its caption comes last."""

from toolkit.article.subset.names import VOID
from toolkit.article.subset.tree import Node, blank

__all__ = ["arrange"]

_SHOWS = {"img", "table", "pre", "blockquote", "ul", "ol", "dl"}


def arrange(root: Node) -> None:
    """Make figures of lone pictures, and put the parts of each figure in order.

    Args:
        root: The tree; it is changed.
    """
    children: list[Node | str] = []
    for child in root.children:
        if isinstance(child, Node) and child.tag not in VOID:
            arrange(child)
            if child.tag == "p" and root.tag not in {"div", "figure"} and _lone_picture(child):
                child.tag = "figure"
            if child.tag == "figure":
                children += _in_order(child)
                continue
        children.append(child)
    root.children = children


def _lone_picture(node: Node) -> bool:
    inner = [child for child in node.children if not blank(child)]
    if len(inner) != 1 or not isinstance(inner[0], Node):
        return False
    return inner[0].tag == "img" or (inner[0].tag == "a" and _lone_picture(inner[0]))


def _in_order(figure: Node) -> list[Node | str]:
    """Return a figure with its caption last, or its words alone where it shows nothing."""
    shows = any(node.tag in _SHOWS for node in figure.walk())
    if not shows:
        return [] if figure.lost else _as_paragraphs(figure)
    parts = [part for child in figure.nodes for part in _parts(child)]
    captions = [part for part in parts if part.tag == "figcaption"]
    for extra in captions[1:]:
        extra.tag = "p"
    caption = captions[:1]
    figure.children = [*(part for part in parts if part not in caption), *caption]
    return [figure]


def _parts(node: Node) -> list[Node]:
    """Split pictures from the words beside them, which are their caption."""
    if node.tag not in {"", "p"} or not any(inner.tag == "img" for inner in node.walk()):
        return [Node("p", node.attributes, node.children)] if not node.tag else [node]
    pictures = [Node("", children=[child]) for child in node.nodes if _shows_picture(child)]
    rest = [
        child for child in node.children if not (isinstance(child, Node) and _shows_picture(child))
    ]
    if all(blank(child) or (isinstance(child, Node) and child.tag == "br") for child in rest):
        return pictures
    return [*pictures, Node("figcaption", node.attributes, rest)]


def _shows_picture(node: Node) -> bool:
    return any(inner.tag == "img" for inner in node.walk())


def _as_paragraphs(figure: Node) -> list[Node | str]:
    for node in figure.nodes:
        if node.tag in {"", "figcaption"}:
            node.tag = "p"
    return [*figure.nodes]
