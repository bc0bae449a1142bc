"""What kind of box an element makes, as far as the order of text needs to know."""

import tomllib
from collections.abc import Callable
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final

from lxml.html import HtmlElement

__all__ = ["Box", "BoxOf", "by_class", "default_box", "preserves_white_space"]

_DATA = Path(__file__).parent / "data" / "boxes.toml"
_PREFORMATTED: Final = frozenset(("listing", "plaintext", "pre", "textarea", "xmp"))
_PRESERVED: Final = frozenset(("pre", "pre-wrap", "break-spaces", "pre-line"))
_IN_FLOW: Final = frozenset(("", "none", "static", "relative", "sticky", "inherit", "initial"))


class Box(Enum):
    """The part an element takes in the paragraph around it."""

    BLOCK = "block"
    """Ends the paragraph and holds its own."""
    INLINE = "inline"
    """Its text belongs to the paragraph."""
    ATOMIC = "atomic"
    """One neutral character (U+FFFC); what is inside is set on its own, as in an inline block."""
    OUT_OF_FLOW = "out-of-flow"
    """As atomic, but white space collapses across it: floats, absolute positions."""
    REPLACED = "replaced"
    """One neutral character; what is inside is not text of the page, as in an image."""
    BREAK = "break"
    """A forced line break."""
    NONE = "none"
    """Nothing: not displayed, or without width."""


BoxOf = Callable[[HtmlElement], Box | None]
"""Tells the box of the elements it knows, ``None`` for others."""


@cache
def _table(name: str) -> dict[str, Box]:
    table = tomllib.loads(_DATA.read_text(encoding="utf-8"))[name]
    return {key: Box(kind) for kind, keys in table.items() for key in keys}


def by_class(classes: dict[str, Box]) -> BoxOf:
    """Return a :data:`BoxOf` that goes by the ``class`` attribute.

    Args:
        classes: Box of each class; the first class of an element that is named here decides.
    """

    def box(element: HtmlElement) -> Box | None:
        names = element.get("class", "").split()
        return next((classes[name] for name in names if name in classes), None)

    return box


@cache
def _declarations(style: str) -> dict[str, str]:
    pairs = (declaration.partition(":") for declaration in style.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _box_by_style(style: str) -> Box | None:
    declared = _declarations(style)
    box = _table("display").get(declared.get("display", ""))
    if box is Box.NONE:
        return box
    flow = declared.get("float", "") in _IN_FLOW and declared.get("position", "") in _IN_FLOW
    return box if flow else Box.OUT_OF_FLOW


def default_box(element: HtmlElement) -> Box:
    """Return the box of an element by its ``style`` attribute, else by its tag.

    Args:
        element: An element, comment or processing instruction.

    Returns:
        Its box under the style sheet of the HTML specification.
    """
    tag = element.tag
    if not isinstance(tag, str) or "hidden" in element.attrib:
        return Box.NONE
    style = element.get("style")
    box = _box_by_style(style) if style else None
    return box or _table("tags").get(tag, Box.INLINE)


def preserves_white_space(element: HtmlElement, *, inherited: bool) -> bool:
    """Return whether spaces and newlines in an element are kept.

    Args:
        element: An element.
        inherited: Whether they are in its parent.
    """
    style = element.get("style")
    value = _declarations(style).get("white-space") if style else None
    if value is not None:
        return value in _PRESERVED
    return inherited or element.tag in _PREFORMATTED
