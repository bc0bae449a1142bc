"""Pages as WeasyPrint has laid them out, before they are drawn."""

from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

import weasyprint

from toolkit.errors import RenderError


class _LaidOutError(Exception):
    """Ends the work on a document once it is laid out."""


@contextmanager
def _kept():
    render, kept = weasyprint.HTML.render, []

    def keep(*args, **options):
        kept.append(render(*args, **options))
        raise _LaidOutError

    with mock.patch.object(weasyprint.HTML, "render", keep):
        yield kept


def lay_out(make):
    """Return the page boxes of the PDF that a function makes."""
    with _kept() as kept:
        try:
            make()
        except RenderError:
            if not kept:
                raise
    return [page._page_box for page in kept[0].pages]


def lines(box):
    """Yield the boxes of the lines in a box; not of those within a line."""
    if type(box).__name__ == "LineBox":
        yield box
        return
    for child in box.all_children():
        yield from lines(child)


def texts(box):
    """Yield the text boxes in a box that stand in normal flow."""
    if type(box).__name__ == "TextBox":
        yield box
    elif hasattr(box, "all_children"):
        for child in box.all_children():
            if child.is_in_normal_flow():
                yield from texts(child)


def text(box):
    """Return the text of a box in the order of its boxes."""
    return "".join(child.text for child in texts(box))


def gap(line):
    """Return how much wider than they are the gaps of a line are drawn, in ems."""
    return max(
        (child.justification_spacing / child.style["font_size"] for child in texts(line)),
        default=0,
    )


@dataclass(frozen=True)
class Area:
    """A rectangle in CSS pixels, and what is in it."""

    left: float
    top: float
    right: float
    bottom: float
    what: str = ""

    @classmethod
    def of(cls, box, what=""):
        """Return the border box of a box."""
        left, top = box.border_box_x(), box.border_box_y()
        return cls(left, top, left + box.border_width(), top + box.border_height(), what)

    def overlap(self, other):
        """Return the lesser of the width and the height that two areas share."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return min(width, height)

    def overhang(self, outer):
        """Return how far an area stands out of another."""
        return max(
            outer.left - self.left,
            outer.top - self.top,
            self.right - outer.right,
            self.bottom - outer.bottom,
        )


def areas(page):
    """Yield where the lines and the pictures of a page are."""
    for line in lines(page):
        found = [child for child in texts(line) if child.text.strip()]
        if found:
            left = min(child.position_x for child in found)
            right = max(child.position_x + child.width for child in found)
            top = line.position_y
            yield Area(left, top, right, top + line.height, text(line))
    for box in page.descendants():
        if type(box).__name__ in ("BlockReplacedBox", "InlineReplacedBox"):
            yield Area.of(box, f"<{box.element_tag}>")
