"""Which elements may stand in which (ISO 32000-1, 14.8.4.3; ISO 14289-1, 7.2 and 7.6)."""

from collections.abc import Collection
from itertools import groupby

from toolkit.render.pdf.tags.node import Annotation, Leaf, Node
from toolkit.render.pdf.tags.roles import table

__all__ = ["hold", "hold_known"]


def hold_known(node: Node) -> None:
    """Put what an element may not hold into one that it may, if its type is one of few.

    Args:
        node: The element, changed in place.
    """
    if allowed := table("contains").get(node.role):
        hold(node, allowed)


def hold(node: Node, allowed: Collection[str]) -> None:
    """Put the kids that an element may not hold into new elements that it may.

    Args:
        node: The element, changed in place.
        allowed: Types that it may hold, the first of them that of the new elements.
    """
    kids: list[Node | Leaf | Annotation] = []
    for fits, group in groupby(
        node.kids, lambda kid: isinstance(kid, Node) and kid.role in allowed
    ):
        parts = list(group)
        if not fits:
            parts = [part for part in parts if isinstance(part, Node) or not part.is_blank]
        if parts and not fits:
            wrapper = Node(next(iter(allowed)), language=node.language, kids=parts)
            hold_known(wrapper)
            parts = [wrapper]
        kids += parts
    node.kids = kids
