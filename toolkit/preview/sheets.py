"""Sets PDFs and draws their pages: what the workers of the preview do.

PDFium is not safe among threads, and setting a PDF takes long: both are done in other processes.
"""

import io
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.article import Article, Publication
from toolkit.render import Renderer, Theme
from toolkit.render.archive import Archive
from toolkit.render.page import LATEST
from toolkit.workers import report

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["Document", "Order", "difference", "picture", "set_document"]

_LIGHTER = 0.35
_REMOVED, _ADDED = "#b3261e", "#0b57d0"
_PAPER = 255
_TOLERANCE = 48


@dataclass(frozen=True, slots=True)
class Order:
    """What a PDF is made of; it goes to another process.

    Args:
        locale: BCP 47 tag of the readers' language.
        article: The article.
        others: The articles that it refers to or lists.
        publication: What stands around it.
        version: Another one when templates or style sheets have changed.
    """

    locale: str
    article: Article
    others: tuple[Article, ...]
    publication: Publication
    version: int

    @classmethod
    def of(cls, locale: str, article: Article, archive: Archive, version: int) -> "Order":
        """Return the order of an article's PDF, with those other articles that it shows."""
        related = archive.related(article)
        latest = islice(archive.latest(without=(article, *related)), LATEST["print"])
        return cls(locale, article, (*related, *latest), archive.publication, version)


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF.

    Args:
        pdf: The file.
        sizes: Width and height of each page in points.
    """

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]


def set_document(order: Order) -> Document:
    """Return an article as a PDF.

    Args:
        order: What it is made of.

    Raises:
        ToolkitError: It cannot be set.
    """
    import pypdfium2

    renderer = Renderer(
        order.locale,
        publication=order.publication,
        theme=_theme(order.publication.theme_folder, order.version),
        articles=(order.article, *order.others),
        report=report,
    )
    pdf = renderer.pdf(order.article)
    with pypdfium2.PdfDocument(pdf) as document:
        sizes = tuple(document.get_page_size(index) for index in range(len(document)))
    return Document(pdf, sizes)


@lru_cache(maxsize=4)
def _theme(folder: Path | None, version: int) -> Theme:  # noqa: ARG001 - part of the key
    return Theme(folder)


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
