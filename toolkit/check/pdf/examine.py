"""The examination of one PDF by page-validation and by the rules of the toolkit."""

import hashlib
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from toolkit.check.pdf.report import STANDARDS, PdfReport, Verdict
from toolkit.check.pdf.rule import PDF_RULES, Fault, diagnoses, finders
from toolkit.errors import Diagnostic

if TYPE_CHECKING:
    from toolkit.check.pdf.document import Document

__all__ = ["LARGEST", "examine"]

LARGEST: Final = 200_000_000
_LENGTH: Final = "STREAM-LENGTH-001"


def examine(path: Path, source: Path | None = None) -> PdfReport:
    """Examine a PDF.

    It reads what may be hostile with libraries that may fail; :mod:`toolkit.check.pdf.confined`
    runs it in a process with bounds.

    Args:
        path: The file.
        source: The article that it was made of, or ``None``.

    Returns:
        What was found; what cannot be read is a finding.
    """
    import pikepdf

    from toolkit.check.pdf.document import Document

    file = str(path)
    try:
        if path.stat().st_size > LARGEST:
            return _unreadable(file, f"is larger than {LARGEST // 1_000_000} MB")
        data = path.read_bytes()
        with pikepdf.open(path) as pdf:
            return _report(Document(pdf, path, source), file, data)
    except OSError as error:
        return _unreadable(file, f"cannot be read: {error.strerror or error}")
    except pikepdf.PasswordError:
        found = tuple(diagnoses(PDF_RULES["pdf-encrypted"], iter([Fault()]), file))
        return PdfReport(file=file, diagnostics=found)
    except (pikepdf.PdfError, RuntimeError, ValueError, MemoryError) as error:
        return _unreadable(file, f"is damaged: {str(error)[:120] or type(error).__name__}")


def _report(document: "Document", file: str, data: bytes) -> PdfReport:
    claims = tuple(claim for claim in document.xmp.claims if claim in STANDARDS)
    standards = tuple(claim for claim in document.standards if claim in STANDARDS)
    verdicts, broken = _validate(document, data, standards, file)
    found = [
        diagnostic
        for rule, find in finders()
        for diagnostic in diagnoses(rule, find(document), file)
    ]
    if not claims:
        found += diagnoses(PDF_RULES["pdf-claim"], iter([Fault()]), file)
    return PdfReport(
        file=file,
        sha256=hashlib.sha256(data).hexdigest(),
        title=document.title,
        lang=document.lang,
        pages=len(document.pdf.pages),
        claims=claims,
        standards=standards,
        verdicts=tuple(verdicts),
        diagnostics=(*broken, *found),
    )


def _validate(
    document: "Document", data: bytes, claims: tuple[str, ...], file: str
) -> tuple[list[Verdict], list[Diagnostic]]:
    """Hold a PDF against the standards that page-validation knows."""
    import page

    checker = f"page-validation {page.__version__}"
    verdicts: list[Verdict] = []
    found: list[Diagnostic] = []
    for claim in claims:
        standard = STANDARDS[claim]
        if standard.page is None:
            why = f"page-validation has no rules for {standard.name}"
            verdicts.append(Verdict(checker, standard.name, "not run", why))
            continue
        faults = [
            fault
            for fault in _faults(page, data, standard.page, standard.name)
            if not _is_false_alarm(fault, document)
        ]
        verdicts.append(Verdict(checker, standard.name, "failed" if faults else "passed"))
        found += diagnoses(PDF_RULES["page-validation"], iter(faults), file)
    return verdicts, found


def _is_false_alarm(fault: Fault, document: "Document") -> bool:
    """Tell a wrong stream length from one that page-validation takes for wrong.

    It takes a stream's last byte for a part of the line's end where that is a carriage return;
    qpdf reads the length, and says so where it is wrong.
    """
    if not fault.words["rule"].endswith(_LENGTH):
        return False
    return not any("length" in said for said in document.pdf.check_pdf_syntax())


def _faults(page: ModuleType, data: bytes, profile: str, standard: str) -> list[Fault]:
    try:
        report = page.validate_pdf_bytes(data, profile=profile)
    except page.PageError as error:
        return [Fault(words={"standard": standard, "rule": "file", "words": str(error)})]
    return [
        Fault(words={"standard": standard, "rule": failure.rule_id, "words": failure.message})
        for failure in report.failures
    ]


def _unreadable(file: str, why: str) -> PdfReport:
    fault = Fault(words={"why": why})
    rule = PDF_RULES["pdf-unreadable"]
    return PdfReport(file=file, diagnostics=tuple(diagnoses(rule, iter([fault]), file)))
