"""Lists whose items run in both directions: every counter stays on the list's side.

A counter stands on the side where its item's lines begin, and so would change sides from item to
item (CSS Lists 3, https://www.w3.org/TR/css-lists-3/#list-style-position-outside).
"""

from lxml.etree import _Element as Element

from toolkit.render.markup import wrap_content

__all__ = ["keep_counters_aligned"]

_BLOCKS = ("blockquote", "div", "p")


def keep_counters_aligned(tree: Element) -> None:
    """Give the direction of an item to a block within it, where its list has another one.

    Args:
        tree: A marked page, changed in place; such blocks get the class ``across``.
    """
    for item in list(tree.iter("li")):
        direction, first = item.get("dir"), _first_block(item)
        begins = None if first is None else first.get("dir")
        if direction is None and begins is None:
            continue
        base = _direction(item)
        if direction not in (None, base):
            _across(item)
        elif first is not None and begins not in (None, base):
            first.set("class", "across")


def _direction(item: Element) -> str:
    """Return the direction of the list that an item is in."""
    return next(around.get("dir", "") for around in item.iterancestors() if around.get("dir"))


def _first_block(item: Element) -> Element | None:
    """Return the block that an item begins with, if any."""
    first = next(iter(item), None)
    begins = first is not None and first.tag in _BLOCKS and not (item.text or "").strip()
    return first if begins else None


def _across(item: Element) -> None:
    """Give an item's language and direction to a block within it."""
    block = wrap_content(item, "div")
    block.set("class", "across")
    for name in ("id", "style", "value"):
        if name in block.attrib:
            item.set(name, block.attrib.pop(name))
