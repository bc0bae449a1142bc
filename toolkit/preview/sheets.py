"""Sets PDFs: what a worker does, as it takes long."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from toolkit.article import Article, Publication
from toolkit.render import Renderer, Theme
from toolkit.render.archive import Archive
from toolkit.render.page import LATEST
from toolkit.workers import report

__all__ = ["Document", "Order", "set_document"]


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
