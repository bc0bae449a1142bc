"""Document-level facts that WeasyPrint leaves out: reading direction and page labels.

ISO 32000-1, 12.2 (``/Direction``: predominant reading order, which decides the binding edge and
how facing pages are shown) and 12.4.2 (page labels).
"""

import pydyf

from toolkit.language import Locale

__all__ = ["add_page_labels", "set_direction"]


def set_direction(pdf: pydyf.PDF, locale: Locale) -> None:
    """Say from which side a document is bound, and that its window shows its title.

    Args:
        pdf: The PDF.
        locale: Locale of the document.
    """
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary(
        {
            "DisplayDocTitle": "true",
            "Direction": "/R2L" if locale.direction == "rtl" else "/L2R",
        }
    )


def add_page_labels(pdf: pydyf.PDF, pages: int, locale: Locale) -> None:
    """Number the pages 1, 2, … in the locale's digits.

    PDF knows Latin digits only; others are written as prefixes.

    Args:
        pdf: The PDF.
        pages: How many there are.
        locale: Locale of the document.
    """
    if locale.digits("0") == "0":
        numbers = pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])
    else:
        numbers = pydyf.Array()
        for index in range(pages):
            label = pydyf.String(locale.digits(str(index + 1)))
            numbers.extend([index, pydyf.Dictionary({"P": label})])
    pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": numbers})
