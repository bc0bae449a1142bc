"""The structure tree as plain values (ISO 32000-2, 14.7).

A hostile file can nest without end, share or loop; the tree is read to a bounded depth and size.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pikepdf import Object, Pdf

from toolkit.check.pdf.objects import array, dictionary, identity, integer, items, name, text

__all__ = ["Element", "Mark", "Tree", "Widget", "read_tree"]

MOST_ELEMENTS: Final = 300_000
DEEPEST: Final = 200
_ROLES: Final = 20


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content that an element owns.

    Args:
        stream: Object number of the page or form whose content holds it.
        mcid: Its identifier there.
    """

    stream: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Widget:
    """An object that an element owns, such as an annotation.

    Args:
        number: Its object number.
    """

    number: int


@dataclass(slots=True)
class Element:
    """A structure element.

    Args:
        kind: Its standard structure type, after the role map.
        parent: The element it is in, or ``None`` at the root.
        page: Object number of its page, or 0.
        lang: Its language as written, or ``None``.
        alt: Alternative text, or ``None``.
        actual: Replacement text, or ``None``.
        attributes: Its attributes by name, whatever their owner.
        kids: What it holds, in reading order.
    """

    kind: str
    parent: "Element | None"
    page: int = 0
    lang: str | None = None
    alt: str | None = None
    actual: str | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)
    kids: list["Element | Mark | Widget"] = field(default_factory=list)

    @property
    def elements(self) -> list["Element"]:
        """The elements directly in it."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator["Element"]:
        """Yield it and all elements in it, in reading order."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.elements))

    def marks(self) -> Iterator[Mark]:
        """Yield all marked content in it, in reading order."""
        stack: list[Element | Mark | Widget] = [self]
        while stack:
            kid = stack.pop()
            if isinstance(kid, Mark):
                yield kid
            elif isinstance(kid, Element):
                stack.extend(reversed(kid.kids))

    @property
    def language(self) -> str | None:
        """Its language or that of the nearest element around it; ``None`` for the document's."""
        element: Element | None = self
        while element is not None and element.lang is None:
            element = element.parent
        return element.lang if element else None


@dataclass(frozen=True, slots=True)
class Tree:
    """A document's structure.

    Args:
        root: An element without a type that holds those at the top.
        looped: Types whose role map comes back to them, or never ends.
        is_whole: Whether all of it was read: it kept within the bounds and has no loops.
    """

    root: Element
    looped: tuple[str, ...] = ()
    is_whole: bool = True


def read_tree(pdf: Pdf) -> Tree | None:
    """Return the structure tree of a document; ``None`` for one that has none.

    Args:
        pdf: The document.
    """
    top = dictionary(pdf.Root.get("/StructTreeRoot"))
    return _Reader(top).read() if top is not None else None


class _Reader:
    def __init__(self, top: Object) -> None:
        self._top = top
        self._roles = _role_map(top)
        self._seen: set[tuple[int, int]] = set()
        self._looped: dict[str, None] = {}
        self._count = 0
        self._is_whole = True

    def read(self) -> Tree:
        root = Element("", None)
        self._fill(root, self._top, 0)
        return Tree(root, tuple(self._looped), self._is_whole)

    def _fill(self, element: Element, source: Object, depth: int) -> None:
        for kid in items(source.get("/K")):
            read = self._kid(kid, element, depth + 1)
            if read is not None:
                element.kids.append(read)

    def _kid(self, kid: Any, parent: Element, depth: int) -> Element | Mark | Widget | None:  # noqa: ANN401
        mcid = integer(kid)
        if mcid is not None:
            return Mark(parent.page, mcid)
        source = dictionary(kid)
        if source is None:
            return None
        match name(source.get("/Type")):
            case "MCR":
                return _reference(source, parent.page)
            case "OBJR":
                target = dictionary(source.get("/Obj"))
                return Widget(identity(target)[0]) if target is not None else None
        return self._element(source, parent, depth)

    def _element(self, source: Object, parent: Element, depth: int) -> Element | None:
        key = identity(source)
        self._count += 1
        if depth > DEEPEST or self._count > MOST_ELEMENTS or (key[0] and key in self._seen):
            self._is_whole = False
            return None
        self._seen.add(key)
        page = dictionary(source.get("/Pg"))
        element = Element(
            kind=self._kind(name(source.get("/S"))),
            parent=parent,
            page=identity(page)[0] if page is not None else parent.page,
            lang=text(source.get("/Lang")),
            alt=text(source.get("/Alt")),
            actual=text(source.get("/ActualText")),
            attributes=_attributes(source.get("/A")),
        )
        self._fill(element, source, depth)
        return element

    def _kind(self, written: str) -> str:
        kind = written
        for _ in range(_ROLES):
            if kind not in self._roles:
                return kind
            kind = self._roles[kind]
        self._looped[written] = None
        return written


def _reference(source: Object, page: int) -> Mark | None:
    mcid = integer(source.get("/MCID"))
    owner = dictionary(source.get("/Stm"))
    if owner is None:
        owner = dictionary(source.get("/Pg"))
    if mcid is None:
        return None
    return Mark(identity(owner)[0] if owner is not None else page, mcid)


def _role_map(top: Object) -> dict[str, str]:
    roles = dictionary(top.get("/RoleMap"))
    if roles is None:
        return {}
    mapped = {key.removeprefix("/"): name(roles.get(key)) for key in roles.keys()}  # noqa: SIM118
    return {key: role for key, role in mapped.items() if role and role != key}


def _attributes(value: Any) -> dict[str, Any]:  # noqa: ANN401
    found: dict[str, Any] = {}
    for source in map(dictionary, items(value)):
        if source is not None:
            for key in source.keys():  # noqa: SIM118
                entry = source.get(key)
                found[key.removeprefix("/")] = array(entry) or entry
    return found
