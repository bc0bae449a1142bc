"""A light tree of elements, and its HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from toolkit.article.subset.names import HEADINGS, TEXT, VOID

__all__ = ["SPACE", "Node", "blank", "paragraphs", "serialise"]

SPACE = " \t\n\f\r"


@dataclass(slots=True, eq=False)
class Node:
    """An element, or with an empty tag its content alone.

    Args:
        tag: Name of the element.
        attributes: Their values by name.
        children: Text and elements in order.
        copies: How often it was opened anew in another block.
        lost: A picture that it held was left out.
        level: A heading's level as it was written.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    copies: int = 0
    lost: bool = False
    level: int = 0

    @property
    def nodes(self) -> list["Node"]:
        """The elements among its children."""
        return [child for child in self.children if isinstance(child, Node)]

    @property
    def last(self) -> "Node | None":
        """The last element among its children."""
        return next((child for child in reversed(self.children) if isinstance(child, Node)), None)

    @property
    def heading(self) -> bool:
        """Whether it is a heading."""
        return self.tag in HEADINGS

    def walk(self) -> Iterator["Node"]:
        """Return the element and all within it, in document order."""
        yield self
        for node in self.nodes:
            yield from node.walk()


def blank(child: Node | str) -> bool:
    """Return whether a child is nothing but white space."""
    return isinstance(child, str) and not child.strip(SPACE)


def paragraphs(root: Node) -> Iterator[Node]:
    """Return the elements that directly hold words: each is one paragraph for UAX#9.

    Args:
        root: Where to look.

    Yields:
        Blocks of words, those without an element of their own too.
    """
    for node in root.nodes:
        if node.tag in TEXT or not node.tag:
            yield node
        else:
            yield from paragraphs(node)


def serialise(root: Node) -> str:
    """Return the HTML of what is in a node, one line for each of its blocks.

    Args:
        root: Its own tag is not written.

    Returns:
        Well-formed HTML with escaped text.
    """
    lines: list[str] = []
    for child in root.children:
        pieces: list[str] = []
        _write(child, pieces)
        lines.append("".join(pieces))
    return "\n".join(lines)


def _write(child: Node | str, pieces: list[str]) -> None:
    if isinstance(child, str):
        pieces.append(escape(child, quote=False))
        return
    if child.tag:
        attributes = (f' {name}="{escape(value)}"' for name, value in child.attributes.items())
        pieces.append(f"<{child.tag}{''.join(attributes)}>")
    for inner in child.children:
        _write(inner, pieces)
    if child.tag and child.tag not in VOID:
        pieces.append(f"</{child.tag}>")
