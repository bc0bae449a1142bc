"""What is said in the place of a picture, and which pictures say nothing.

https://www.w3.org/TR/html-aam-1.0/#img-element-accessible-name-computation
"""

from typing import Any, Final

from toolkit.errors import Diagnostic
from toolkit.render.pdf.tags import boxes

__all__ = ["alternative", "is_decoration", "missing"]

_SVG: Final = "{http://www.w3.org/2000/svg}"
_NO_ROLE: Final = frozenset(("presentation", "none"))


def is_decoration(box: Any) -> bool:
    """Return whether a box is not to be read.

    Args:
        box: A box with an element: a picture without words, or any that is hidden from readers.
    """
    element = box.element
    if element.get("aria-hidden") == "true":
        return True
    if not boxes.is_picture(box):
        return False
    if pseudo := boxes.pseudo(box):
        return pseudo != "marker"
    return element.get("role") in _NO_ROLE or (
        not alternative(element) and element.get("alt") == ""
    )


def alternative(element: Any) -> str:
    """Return the words for a picture; an empty string where there are none.

    Args:
        element: ``img``, ``svg`` or another element that shows a picture.
    """
    title = element.find(f"{_SVG}title") if element.tag == f"{_SVG}svg" else None
    said = (
        element.get("aria-label"),
        element.get("alt"),
        None if title is None else "".join(title.itertext()),
        element.get("title"),
    )
    return next((" ".join(text.split()) for text in said if text and text.strip()), "")


def missing(element: Any) -> Diagnostic:
    """Return the warning that nothing is said about a picture."""
    tag = element.tag.removeprefix(_SVG)
    return Diagnostic(
        code="picture-without-alternative",
        severity="warning",
        field=tag,
        reason="a picture has no text alternative: a screen reader has nothing to say for it",
        remedy='Write what it shows into alt, or alt="" where it only decorates',
        excerpt=(element.get("src") or element.get("data") or "")[:80] or None,
    )
