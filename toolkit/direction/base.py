"""Base direction of an element: the ``dir`` attribute and its ``auto`` state.

https://html.spec.whatwg.org/multipage/dom.html#the-directionality
"""

import re
from collections.abc import Iterator
from typing import Final, Literal

from lxml.html import HtmlElement

from toolkit.direction.levels import Base
from toolkit.direction.properties import classify

__all__ = ["DIR", "Declared", "auto_direction", "declared", "resolved"]

Declared = Literal["ltr", "rtl", "auto"]

DIR: Final[tuple[Literal["ltr"], Literal["rtl"]]] = ("ltr", "rtl")
"""``dir`` value of each :data:`~toolkit.direction.levels.Base`, and of each level modulo 2."""

_SKIPPED: Final = frozenset(("bdi", "script", "style", "textarea"))
_STATES: Final[dict[str, Declared]] = {"ltr": "ltr", "rtl": "rtl", "auto": "auto"}
_STRONG = re.compile("[LRA]")


def declared(element: HtmlElement) -> Declared | None:
    """Return the state of an element's ``dir`` attribute.

    Args:
        element: An element.

    Returns:
        The state; ``auto`` for a ``bdi`` without a valid one, else ``None`` for what inherits.
    """
    state = _STATES.get(element.get("dir", "").lower())
    return "auto" if state is None and element.tag == "bdi" else state


def resolved(element: HtmlElement, state: Declared) -> Base:
    """Return the direction that a declaration gives an element.

    Args:
        element: The element.
        state: Its state as :func:`declared` returned it.
    """
    if state == "auto":
        return auto_direction(element)
    return 1 if state == "rtl" else 0


def auto_direction(element: HtmlElement) -> Base:
    """Return the direction of an element in the ``auto`` state.

    Args:
        element: An element with ``dir=auto``, or a ``bdi`` without ``dir``.

    Returns:
        The direction of the first strong character of its text, without nested elements that have
        a direction of their own; 0 if there is none, as in browsers.
    """
    for text in _texts(element):
        if text and (strong := _STRONG.search(classify(text))):
            return 0 if strong[0] == "L" else 1
    return 0


def _texts(element: HtmlElement) -> Iterator[str | None]:
    yield element.text
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SKIPPED and declared(child) is None:
            yield from _texts(child)
        yield child.tail
