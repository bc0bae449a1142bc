"""The number of each item of a list.

https://html.spec.whatwg.org/multipage/grouping-content.html#ordinal-value
"""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

__all__ = ["is_plain", "ordinals"]

_INTEGER = re.compile(r"-?[0-9]{1,7}")


def ordinals(numbered: HtmlElement) -> Iterator[tuple[HtmlElement, int]]:
    """Yield the items of an ``<ol>`` with their ordinal values.

    Args:
        numbered: The list, perhaps with ``start`` or ``reversed``; its items with ``value``.
    """
    items = numbered.findall("li")
    step = -1 if "reversed" in numbered.attrib else 1
    start = _integer(numbered.get("start"))
    number = start if start is not None else len(items) if step < 0 else 1
    for item in items:
        value = _integer(item.get("value"))
        number = number if value is None else value
        yield item, number
        number += step


def is_plain(numbered: HtmlElement) -> bool:
    """Whether a list counts from one, upwards, without a leap."""
    return all(number == index for index, (_, number) in enumerate(ordinals(numbered), 1))


def _integer(text: str | None) -> int | None:
    return int(text) if text and _INTEGER.fullmatch(text) else None
