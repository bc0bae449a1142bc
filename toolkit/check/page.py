"""The outcome of a check as a page that can be filed: no script, nothing fetched."""

from pathlib import Path
from typing import Final

from toolkit.check.outcome import Outcome
from toolkit.errors import Diagnostic
from toolkit.resources import TEMPLATES, report_template

__all__ = ["page"]

_DATA: Final = Path(__file__).parent / "data"
_SHEETS: Final = (TEMPLATES / "css" / "tokens.css", _DATA / "page.css")


def page(outcome: Outcome, *, version: str) -> str:
    """Return what a check found as an accessible page of its own, in English.

    Args:
        outcome: What was found.
        version: Version of the toolkit.
    """
    files = {report.file for report in outcome.documents}
    others: dict[str, list[Diagnostic]] = {}
    for found in outcome.diagnostics:
        if found.file not in files and not _is_of(found, outcome):
            others.setdefault(found.file or "", []).append(found)
    return report_template(_DATA / "page.html").render(
        documents=outcome.documents,
        others=others,
        summary=outcome.summary(),
        version=version,
        css="\n".join(sheet.read_text("utf-8") for sheet in _SHEETS),
    )


def _is_of(found: Diagnostic, outcome: Outcome) -> bool:
    return any(found in report.diagnostics for report in outcome.documents)
