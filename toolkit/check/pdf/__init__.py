"""PDFs held against the standards that they claim, and against what no validator reports."""

from toolkit.check.pdf.collection import check_pdfs
from toolkit.check.pdf.report import PdfReport, Verdict
from toolkit.check.pdf.rule import PDF_RULES

__all__ = ["PDF_RULES", "PdfReport", "Verdict", "check_pdfs"]
