"""Marked content: which structure element each drawn box belongs to (ISO 32000-1, 14.6 and 14.7.4).

Neighbours in one element share one sequence of marked content.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.render.pdf.tags.node import Leaf, Node

__all__ = ["Content", "Marks"]

_END: Final = bytes(bytearray(b"EMC"))
"""An object of its own, by which the end of a sequence is known from any other operator."""


@dataclass(slots=True)
class Content:
    """The marked content of one content stream.

    Args:
        stream: The stream: a page's, or that of a group on it.
        owners: The structure element of each marked-content identifier.
    """

    stream: Any
    owners: list[Node] = field(default_factory=list)
    last: Leaf | None = None


class Marks:
    """Marks what is drawn.

    Args:
        leaves: What each drawn box is; the others are artifacts.

    Attributes:
        contents: The content of each stream, by the stream's ``id``.
    """

    def __init__(self, leaves: Mapping[Any, Leaf]) -> None:
        self._leaves = leaves
        self.contents: dict[int, Content] = {}

    @contextmanager
    def mark(self, stream: Any, box: Any) -> Iterator[None]:
        """Mark what is drawn within.

        Args:
            stream: WeasyPrint's content stream.
            box: The box that is drawn.
        """
        leaf = self._leaves.get(box) or Leaf(box, 0)
        content = self.contents.setdefault(id(stream), Content(stream))
        operators: list[Any] = stream.stream
        if operators and operators[-1] is _END and _goes_on(content.last, leaf):
            operators.pop()
            leaf.stream, leaf.mcid = stream, content.last.mcid if content.last else None
        else:
            operators.append(_begin(content, leaf))
        yield
        operators.append(_END)
        content.last = leaf


def _goes_on(last: Leaf | None, leaf: Leaf) -> bool:
    """Return whether a box belongs into the sequence of the last one."""
    if last is None or last.owner is not leaf.owner:
        return False
    return leaf.place == last.place + 1 if leaf.owner else leaf.artifact == last.artifact


def _begin(content: Content, leaf: Leaf) -> bytes:
    """Return the operators that begin a sequence."""
    if leaf.owner is None:
        return f"/Artifact {leaf.artifact} BDC".encode() if leaf.artifact else b"/Artifact BMC"
    leaf.stream, leaf.mcid = content.stream, len(content.owners)
    content.owners.append(leaf.owner)
    return f"/{leaf.owner.role} <</MCID {leaf.mcid}>> BDC".encode()
