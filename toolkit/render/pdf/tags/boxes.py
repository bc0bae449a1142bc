"""What the tree is built from: WeasyPrint's boxes after layout, and nothing else of its inside."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any, Final

from weasyprint.anchors import rectangle_aabb
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

__all__ = [
    "Matrix",
    "add_way",
    "children",
    "footnotes",
    "is_block",
    "is_bookmarked",
    "is_field",
    "is_fixed",
    "is_leader",
    "is_picture",
    "is_repeatable",
    "is_text",
    "is_visible",
    "keep_links",
    "linked",
    "margin_boxes",
    "pseudo",
    "rectangle",
    "root",
    "transformed",
]

Matrix = Any
"""A transformation of CSS pixels, or ``None``."""

_POINTS: Final = 0.75
"""PDF units in a CSS pixel."""

_FIELDS: Final = frozenset(("button", "input", "select", "textarea"))


def root(page: Any) -> Any:
    """Return the box of a page's content, that of the root element.

    Args:
        page: A ``weasyprint.document.Page``.
    """
    return page._page_box.children[0]  # noqa: SLF001


def footnotes(page: Any) -> Iterator[Any]:
    """Yield the boxes of a page's footnotes."""
    for area in page._page_box.children[1:]:  # noqa: SLF001
        if not isinstance(area, boxes.MarginBox):
            yield from children(area)


def margin_boxes(page: Any) -> Iterator[tuple[Any, str]]:
    """Yield the boxes in a page's margins, each with the property list of its artifact.

    ISO 14289-1, 7.8: running headers and footers are Pagination artifacts and say which they are.
    """
    for box in page._page_box.children[1:]:  # noqa: SLF001
        if isinstance(box, boxes.MarginBox):
            side = box.at_keyword.lstrip("@").partition("-")[0]
            subtype = {"top": "/Subtype/Header", "bottom": "/Subtype/Footer"}.get(side, "")
            yield box, f"<</Type/Pagination{subtype}>>"


def children(box: Any) -> Iterable[Any]:
    """Return the boxes in a box, in the order of the document.

    A table's caption and rows stand together: the box around them is the table's as well.
    """
    return [
        child._box if isinstance(child, AbsolutePlaceholder) else child  # noqa: SLF001
        for child in box.children
    ]


def is_text(box: Any) -> bool:
    """Return whether a box is a text, which is drawn."""
    return isinstance(box, boxes.TextBox)


def is_picture(box: Any) -> bool:
    """Return whether a box is a picture, which is drawn."""
    return isinstance(box, boxes.ReplacedBox)


def is_block(box: Any) -> bool:
    """Return whether a box stands by itself and not in a line."""
    return not isinstance(box, (boxes.InlineLevelBox, boxes.LineBox))


def is_visible(box: Any) -> bool:
    """Return whether a text or a picture is shown."""
    return bool(box.style["visibility"] == "visible")


def is_repeatable(box: Any) -> bool:
    """Return whether a box is a table's head or foot, which stands on every page of it."""
    return isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer)


def is_fixed(box: Any) -> bool:
    """Return whether a box stands on every page."""
    return bool(box.style["position"] == "fixed")


def is_leader(box: Any) -> bool:
    """Return whether a box is the dots that lead the eye to a page's number."""
    return bool(box.is_leader)


def is_field(box: Any) -> bool:
    """Return whether a box is a form's field, which has an annotation."""
    return box.element_tag in _FIELDS and bool(box.is_input())


def pseudo(box: Any) -> str:
    """Return the name of a pseudo-element's box, such as ``marker``; else an empty string."""
    name: str = box.element_tag.partition("::")[2]
    return name


def is_bookmarked(box: Any) -> bool:
    """Return whether the outline has an entry for a box."""
    return bool(box.bookmark_label) and box.style["bookmark_level"] != "none"


def add_way(page: Any, box: Any, matrix: Matrix, *, name: str, target: str) -> None:
    """Make a box a link to an anchor of this document, and an anchor itself.

    Args:
        page: Its page.
        box: The box.
        matrix: What it is transformed by.
        name: That of the anchor it becomes.
        target: That of the anchor it leads to.
    """
    area = rectangle_aabb(matrix, *box.hit_area())
    page.links.append(("internal", target, area, box))
    page.anchors[name] = area


def linked(page: Any) -> frozenset[int]:
    """Return the ``id`` of each box of a page that gets a link's annotation."""
    return frozenset(id(link[3]) for link in page.links)


def keep_links(page: Any, kept: AbstractSet[int]) -> None:
    """Drop the links of a page whose annotation would stand outside the structure tree.

    Args:
        page: The page.
        kept: The ``id`` of each box whose annotation is in it.
    """
    page.links = [link for link in page.links if id(link[3]) in kept]


def transformed(box: Any, outer: Matrix) -> Matrix:
    """Return the transformation of a box's content.

    Args:
        box: The box.
        outer: That of the box it is in.
    """
    own = box.transformation_matrix
    return outer if own is None else own if outer is None else own @ outer


def rectangle(box: Any, page: Any, matrix: Matrix) -> tuple[float, float, float, float]:
    """Return where a box's content is, in PDF units from the page's bottom left.

    Args:
        box: The box.
        page: Its page.
        matrix: What its content is transformed by.

    Returns:
        Left, bottom, right and top (ISO 32000-1, 7.9.5).
    """
    place = box.content_box_x(), box.content_box_y(), box.width, box.height
    left, top, right, bottom = rectangle_aabb(matrix, *place)
    numbers = (left, page.height - bottom, right, page.height - top)
    return tuple(round(number * _POINTS, 2) for number in numbers)
