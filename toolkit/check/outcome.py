"""What a check found, as lines for people and as JSON for machines."""

import json
from collections import Counter
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from toolkit.errors import Diagnostic, Severity

if TYPE_CHECKING:
    from toolkit.check.pdf import PdfReport

__all__ = ["Outcome"]

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check found.

    Args:
        articles: How many articles were checked.
        diagnostics: The findings, file by file, what could not be read among them.
        documents: What is known of each PDF that was checked.
    """

    articles: int
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: "tuple[PdfReport, ...]" = ()

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the worst first."""
        found = Counter(diagnostic.severity for diagnostic in self.diagnostics)
        return {severity: found[severity] for severity in _SEVERITIES}

    def status(self, *, strict: bool = False) -> int:
        """Return the exit status: 1 if something must be mended, else 0.

        Args:
            strict: Whether a warning or a note is enough.
        """
        return int(bool(self.diagnostics if strict else self.counts["error"]))

    def lines(self) -> str:
        """Return a line for each finding, then one for each verdict on a PDF.

        ``severity: file:line: field: reason. Remedy.`` and ``result: file: standard (checker)``.
        """
        found = [f"{found.severity}: {found}\n" for found in self.diagnostics]
        told = [
            f"{verdict.result}: {report.file}: {verdict.standard} ({verdict.checker})"
            f"{f': {verdict.why}' if verdict.why else ''}\n"
            for report in self.documents
            for verdict in report.verdicts
        ]
        return "".join([*found, *told])

    def summary(self) -> str:
        """Return one line that counts, such as ``8 articles: 1 error, 2 warnings, 0 notes``."""
        parts = [_counted(number, severity) for severity, number in self.counts.items()]
        checked = [_counted(len(self.documents), "PDF")] if self.documents else []
        if self.articles or not checked:
            checked.insert(0, _counted(self.articles, "article"))
        return f"{', '.join(checked)}: {', '.join(parts)}"

    def json(self) -> str:
        """Return the findings as a JSON object, without the fields that say nothing."""
        findings = [found.known() for found in self.diagnostics]
        result = {"articles": self.articles, "counts": self.counts, "diagnostics": findings}
        if self.documents:
            result["documents"] = [_document(report) for report in self.documents]
        return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def _document(report: "PdfReport") -> dict[str, Any]:
    """Return what is known of a PDF, its findings left out: they are among all the others."""
    known = asdict(report)
    del known["diagnostics"]
    return known


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"
