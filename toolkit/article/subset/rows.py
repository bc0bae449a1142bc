"""Tables: caption, then head, then bodies; header cells say what they head."""

from toolkit.article.subset.tree import Node, blank

__all__ = ["arrange"]


def arrange(root: Node) -> None:
    """Put the parts of each table in order.

    Args:
        root: The tree; it is changed.
    """
    for node in root.nodes:
        arrange(node)
        if node.tag == "table":
            _arrange_table(node)


def _arrange_table(table: Node) -> None:
    captions = [node for node in table.nodes if node.tag == "caption"][:1]
    head = [row for node in table.nodes if node.tag == "thead" for row in _rows(node)]
    bodies = _bodies(table)
    if not head and bodies and len(bodies[0].children) > 1 and _all_headers(bodies[0].nodes[0]):
        head = [bodies[0].nodes[0]]
        del bodies[0].children[0]
    for row in head:
        _name_headers(row, "col", in_head=True)
    for row in (row for body in bodies for row in body.nodes):
        _name_headers(row, "row", in_head=False)
    heads = [Node("thead", children=[*head])] if head else []
    table.children = [*captions, *heads, *bodies]


def _bodies(table: Node) -> list[Node]:
    """Return the table's bodies; rows outside of any make one."""
    bodies: list[Node] = []
    loose: Node | None = None
    for node in table.nodes:
        if node.tag == "tbody" and (rows := _rows(node)):
            loose = None
            bodies.append(Node("tbody", node.attributes, [*rows]))
        elif node.tag == "tr" and node.nodes:
            if loose is None:
                loose = Node("tbody")
                bodies.append(loose)
            loose.children.append(node)
    return bodies


def _rows(section: Node) -> list[Node]:
    return [row for row in section.nodes if row.nodes]


def _all_headers(row: Node) -> bool:
    return all(cell.tag == "th" for cell in row.nodes)


def _name_headers(row: Node, scope: str, *, in_head: bool) -> None:
    """Give header cells a scope; an empty one is no header."""
    row.children = [*row.nodes]
    for cell in row.nodes:
        empty = all(map(blank, cell.children))
        if empty or (cell.tag == "td" and not in_head):
            cell.tag = "td"
            cell.attributes.pop("scope", None)
        else:
            cell.tag = "th"
            cell.attributes.setdefault("scope", scope)
