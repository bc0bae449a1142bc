"""The check of PDF files."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from toolkit.check.pdf.confined import Answer, ask
from toolkit.check.pdf.report import PdfReport, Verdict
from toolkit.check.pdf.rule import PDF_RULES, Fault, diagnoses
from toolkit.check.pdf.verapdf import missing, verdicts
from toolkit.errors import Diagnostic

__all__ = ["check_pdfs"]

_SECONDS: Final = 60.0


def check_pdfs(paths: Sequence[Path], *, source: Path | None = None) -> tuple[PdfReport, ...]:
    """Hold PDFs against the standards that they claim, and against what no validator reports.

    They are read in processes of their own, bounded in time and memory.

    Args:
        paths: The files.
        source: The article that they were made of; by default the one attached to each.

    Returns:
        A report on each, in order; what cannot be read is a finding.
    """
    worker = [sys.executable, "-m", "toolkit.check.pdf.worker", str(source or "")]
    answers = ask(worker, [str(path) for path in paths], seconds=_SECONDS)
    reports = [_read(str(path), answer) for path, answer in zip(paths, answers, strict=True)]
    judged = [
        replace(
            report,
            verdicts=(*report.verdicts, *told),
            diagnostics=(*broken, *report.diagnostics),
        )
        for report, (told, broken) in zip(reports, verdicts(reports), strict=True)
    ]
    return _with_what_did_not_run(judged)


def _read(file: str, answer: Answer) -> PdfReport:
    if isinstance(answer, str):
        rule, fault = PDF_RULES["pdf-unreadable"], Fault(words={"why": answer})
        return PdfReport(file=file, diagnostics=tuple(diagnoses(rule, iter([fault]), file)))
    known: dict[str, Any] = dict(answer)
    known |= {key: tuple(answer[key]) for key in ("claims", "standards")}
    known["verdicts"] = tuple(Verdict(**one) for one in answer["verdicts"])
    known["diagnostics"] = tuple(Diagnostic(**one) for one in answer["diagnostics"])
    return PdfReport(**known)


def _with_what_did_not_run(reports: list[PdfReport]) -> tuple[PdfReport, ...]:
    """Say once for all files why veraPDF did not run."""
    why = missing()
    if why is None or not any(report.pages for report in reports):
        return tuple(reports)
    words = {"what": f"veraPDF did not run: {why[0]}", "way_out": why[1]}
    rule = PDF_RULES["pdf-validator"]
    note = Diagnostic(
        code=rule.code,
        reason=rule.reason.format_map(words),
        remedy=rule.remedy.format_map(words),
        severity=rule.severity,
    )
    first, *others = reports
    return (replace(first, diagnostics=(*first.diagnostics, note)), *others)
