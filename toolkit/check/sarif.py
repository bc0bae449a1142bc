"""Findings in SARIF 2.1.0, which code review tools show beside the lines.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any, Final
from urllib.parse import quote

from toolkit.check.rule import RULES, Rule
from toolkit.errors import Diagnostic

__all__ = ["sarif"]

_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def sarif(diagnostics: Iterable[Diagnostic], *, version: str) -> str:
    """Return findings as a SARIF log.

    Args:
        diagnostics: The findings.
        version: Version of the toolkit.

    Returns:
        JSON; a suggested text is a fix where it is known just where it goes.
    """
    found = list(diagnostics)
    rules = _rules(found)
    codes = {code: index for index, code in enumerate(dict.fromkeys([*rules, *_codes(found)]))}
    driver = {
        "name": "toolkit check",
        "semanticVersion": version,
        "rules": [_rule(code, rules.get(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes[one.code]) for one in found],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _codes(diagnostics: Iterable[Diagnostic]) -> Iterable[str]:
    return (diagnostic.code for diagnostic in diagnostics)


def _rules(diagnostics: Iterable[Diagnostic]) -> Mapping[str, Rule]:
    """Return the rules about articles, and those about PDFs where one of them found something."""
    if not any(code not in RULES for code in _codes(diagnostics)):
        return RULES
    from toolkit.check.pdf.rule import PDF_RULES

    found = set(_codes(diagnostics))
    return {**RULES, **(PDF_RULES if found & PDF_RULES.keys() else {})}


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:  # a finding of the loader
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": f"{rule.summary}."},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(found: Diagnostic, index: int) -> dict[str, Any]:
    words = Diagnostic(
        code=found.code,
        reason=found.reason,
        remedy=found.remedy,
        field=found.field,
        excerpt=found.excerpt,
    )
    result: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": found.severity,
        "message": {"text": str(words)},
    }
    if location := _location(found):
        result["locations"] = [location]
    if found.suggestion is not None and found.file and found.column:
        result["fixes"] = [_fix(found, found.file, found.suggestion)]
    return result


def _location(found: Diagnostic) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if found.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(found.file)}}
        if found.line:
            physical["region"] = _region(found)
        location["physicalLocation"] = physical
    if found.field:
        location["logicalLocations"] = [{"fullyQualifiedName": found.field}]
    return location


def _region(found: Diagnostic) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": found.line}
    if found.column and found.excerpt:
        region |= {"startColumn": found.column, "endColumn": found.column + len(found.excerpt)}
    return region


def _fix(found: Diagnostic, file: str, suggestion: str) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(found), "insertedContent": {"text": suggestion}}
    change = {"artifactLocation": {"uri": _uri(file)}, "replacements": [replacement]}
    return {"artifactChanges": [change]}


def _uri(file: str) -> str:
    path = PurePath(file)
    return Path(file).as_uri() if path.is_absolute() else quote(path.as_posix())
