"""What completes a PDF just before it is written: the steps, in their order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pydyf

from toolkit.language import Locale
from toolkit.render.pdf.metadata import add_page_labels, set_direction
from toolkit.render.pdf.tags import Structure

__all__ = ["STEPS", "Unfinished", "finisher"]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A PDF that is to be completed.

    Args:
        document: The laid-out ``weasyprint.Document``.
        pdf: The PDF, all its pages drawn and its structure tree written.
        locale: The document's locale.
        structure: Its structure tree; ``None`` if it has none or WeasyPrint's.
    """

    document: Any
    pdf: pydyf.PDF
    locale: Locale
    structure: Structure | None


Step = Callable[[Unfinished], None]

STEPS: Final[tuple[Step, ...]] = (
    lambda work: set_direction(work.pdf, work.locale),
    lambda work: add_page_labels(work.pdf, len(work.document.pages), work.locale),
)
"""What is done, in this order."""


def finisher(locale: Locale, structure: Structure | None) -> Callable[[Any, pydyf.PDF], None]:
    """Return the function that completes a document just before it is written.

    Args:
        locale: The document's locale.
        structure: Its structure tree, as for :class:`Unfinished`.

    Returns:
        A function of the laid-out document and the PDF, as ``write_pdf(finisher=)`` expects.
    """

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        work = Unfinished(document, pdf, locale, structure)
        for step in STEPS:
            step(work)

    return finish
