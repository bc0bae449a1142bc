"""Draws the pages of PDFs: what a worker does, as PDFium is not safe among threads."""

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["difference", "picture"]

_LIGHTER = 0.35
_REMOVED, _ADDED = "#b3261e", "#0b57d0"
_PAPER = 255
_TOLERANCE = 48


def picture(pdf: bytes, number: int, width: int) -> bytes:
    """Return a page of a PDF as PNG.

    Args:
        pdf: The file.
        number: Number of the page, from 1.
        width: Width in pixels.
    """
    return _png(_drawn(pdf, number, width))


def difference(before: bytes, after: bytes, number: int, width: int) -> bytes:
    """Return what changed on a page as PNG: the page in grey, what went in red, what came in blue.

    Args:
        before: A PDF.
        after: The same one later.
        number: Number of the page, from 1; where one has no such page, it is blank.
        width: Width in pixels.
    """
    from PIL import Image, ImageChops

    old, new = _drawn(before, number, width), _drawn(after, number, width)
    size = max(old.width, new.width), max(old.height, new.height)
    old, new = _on_paper(old, size), _on_paper(new, size)
    gone = ImageChops.subtract(new, old).point(_is_seen)
    come = ImageChops.subtract(old, new).point(_is_seen)
    paper = Image.new("L", size, _PAPER)
    shown = Image.blend(paper, ImageChops.lighter(old, new), _LIGHTER).convert("RGB")
    shown.paste(_REMOVED, mask=gone)
    shown.paste(_ADDED, mask=come)
    return _png(shown)


def _is_seen(value: int) -> int:
    return _PAPER if value > _TOLERANCE else 0


def _on_paper(image: "Image", size: tuple[int, int]) -> "Image":
    from PIL import Image

    paper = Image.new("L", size, _PAPER)
    paper.paste(image.convert("L"))
    return paper


def _drawn(pdf: bytes, number: int, width: int) -> "Image":
    import pypdfium2
    from PIL import Image

    with pypdfium2.PdfDocument(pdf) as document:
        if number > len(document):
            return Image.new("RGB", (1, 1), "white")
        page = document[number - 1]
        drawn: Image.Image = page.render(scale=width / page.get_width()).to_pil()
        return drawn


def _png(image: "Image") -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=3)
    return file.getvalue()
