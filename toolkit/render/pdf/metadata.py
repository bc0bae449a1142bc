"""Document-level facts that WeasyPrint leaves out: reading direction and page labels.

ISO 32000-1, 12.2 (``/Direction``: predominant reading order, which decides the binding edge and
how facing pages are shown) and 12.4.2 (page labels).
"""

from collections.abc import Callable
from typing import Any

import pydyf

from toolkit.language import Locale

__all__ = ["finisher"]


def finisher(locale: Locale) -> Callable[[Any, pydyf.PDF], None]:
    """Return the function that completes a document just before it is written.

    Args:
        locale: Locale of the document: its direction binds the pages, its digits number them.

    Returns:
        A function of the laid-out document and the PDF, as ``write_pdf(finisher=)`` expects.
    """

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        preferences = pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())
        preferences["Direction"] = "/R2L" if locale.direction == "rtl" else "/L2R"
        pdf.catalog["PageLabels"] = _page_labels(len(document.pages), locale)

    return finish


def _page_labels(pages: int, locale: Locale) -> pydyf.Dictionary:
    """Number pages 1, 2, …: PDF knows Latin digits only, others are written as prefixes."""
    if locale.digits("0") == "0":
        return pydyf.Dictionary({"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])})
    numbers = pydyf.Array()
    for index in range(pages):
        label = pydyf.String(locale.digits(str(index + 1)))
        numbers.extend([index, pydyf.Dictionary({"P": label})])
    return pydyf.Dictionary({"Nums": numbers})
