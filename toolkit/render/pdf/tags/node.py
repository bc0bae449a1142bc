"""The structure tree before it is written: elements, and the drawn boxes that are their content."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

__all__ = ["Annotation", "Leaf", "Node"]

_BLANK: Final = re.compile("[\\s\u200b-\u200f\u2060\u2066-\u2069\ufeff]*")


@dataclass(slots=True, eq=False)
class Leaf:
    """A box with text or a picture, which is drawn once.

    Args:
        box: The box.
        page: Number of its page, from 0.
        text: Its text; ``None`` for a picture.
        artifact: Property list of the artifact that it is while it has no owner.
        owner: The structure element whose content it is.
        place: Its place among the owner's content; neighbours' places differ by 1.
        stream: The content stream it was drawn into.
        mcid: Its marked-content identifier there.
    """

    box: Any
    page: int
    text: str | None = None
    artifact: str = ""
    owner: "Node | None" = None
    place: int = 0
    stream: Any = None
    mcid: int | None = None

    @property
    def is_blank(self) -> bool:
        """Whether it shows nothing."""
        return self.text is not None and _BLANK.fullmatch(self.text) is not None


@dataclass(slots=True, eq=False)
class Annotation:
    """A piece of a link, or a field.

    Args:
        box: The box.
        page: Number of its page, from 0.
        is_live: Whether it gets an annotation; of the pieces on one line only one does.
    """

    box: Any
    page: int
    is_live: bool

    @property
    def is_blank(self) -> bool:
        """Whether it leads nowhere."""
        return not self.is_live


@dataclass(slots=True, eq=False)
class Node:
    """A structure element.

    Args:
        role: Its structure type in PDF 1.7, or one of those in ``roles.toml``.
        element: The source element; ``None`` for what has none.
        language: BCP 47 tag of its content.
        kids: Its content, in logical order.
        entries: More entries of its dictionary, as pydyf writes them.
        attributes: Its attributes, as pydyf writes them.
        references: Elements it refers to, such as the note of a call.
        outer: The element it was found in.
        heir: The element that its content went to, where it was dissolved.
    """

    role: str
    element: Any = None
    language: str | None = None
    kids: "list[Node | Leaf | Annotation]" = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)
    references: "list[Node]" = field(default_factory=list)
    outer: "Node | None" = None
    heir: "Node | None" = None

    @property
    def nodes(self) -> "Iterator[Node]":
        """The elements directly in it."""
        return (kid for kid in self.kids if isinstance(kid, Node))

    @property
    def has_content(self) -> bool:
        """Whether there is anything to read or to follow in it."""
        return any(
            kid.has_content if isinstance(kid, Node) else not kid.is_blank for kid in self.kids
        )

    def walk(self) -> "Iterator[Node]":
        """Yield it and all elements in it, in logical order."""
        yield self
        for kid in self.nodes:
            yield from kid.walk()

    def annotations(self) -> Iterator[Annotation]:
        """Yield all pieces of links and fields in it."""
        for node in self.walk():
            yield from (kid for kid in node.kids if isinstance(kid, Annotation))

    def leaves(self) -> Iterator[Leaf]:
        """Yield all its drawn boxes, in logical order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.leaves()
            elif isinstance(kid, Leaf):
                yield kid
