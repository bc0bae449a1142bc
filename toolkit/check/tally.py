"""Findings of one article, those that say the same made one."""

from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field
from typing import Final

from toolkit.article.characters import excerpt
from toolkit.check.locator import Location, Locator
from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Rule
from toolkit.errors import Diagnostic, Severity

__all__ = ["Tally"]

_MOST: Final = 30  # different findings of one rule in one field
_SOFTER: Final[dict[Severity, Severity]] = {"warning": "note"}


@dataclass(slots=True)
class _Finding:
    passage: Passage
    hit: Hit
    count: int = 1


@dataclass(slots=True)
class Tally:
    """Collects hits and makes diagnostics of them.

    Args:
        files: The article's files by the tag of their language, the main one first.
    """

    files: InitVar[Mapping[str, str]]
    _locators: dict[str, Locator] = field(init=False)
    _findings: dict[tuple[str, str, Severity], dict[str, _Finding]] = field(default_factory=dict)
    _left_out: dict[tuple[str, str, Severity], int] = field(default_factory=dict)

    def __post_init__(self, files: Mapping[str, str]) -> None:
        self._locators = {lang: Locator(file) for lang, file in files.items()}

    def add(self, rule: Rule, passage: Passage, hit: Hit) -> None:
        """Count a hit."""
        severity = rule.severity
        if rule.spelling and passage.is_quoted(hit.end - 1):
            severity = _SOFTER.get(severity, severity)
        kind = (rule.code, passage.field, severity)
        findings = self._findings.setdefault(kind, {})
        topic = hit.topic or passage.text[hit.start : hit.end]
        if topic in findings:
            findings[topic].count += 1
        elif len(findings) < _MOST:
            findings[topic] = _Finding(passage, hit)
        else:
            self._left_out[kind] = self._left_out.get(kind, 0) + 1

    def diagnostics(self, rules: dict[str, Rule]) -> list[Diagnostic]:
        """Return a diagnostic for each finding.

        Args:
            rules: The rules by code.
        """
        found: list[Diagnostic] = []
        for kind, findings in self._findings.items():
            code, name, severity = kind
            found += [self._diagnostic(rules[code], severity, one) for one in findings.values()]
            if rest := self._left_out.get(kind):
                file = found[-1].file
                reason = f"has {rest:,} more findings of this kind"
                found.append(
                    Diagnostic(code=code, reason=reason, severity=severity, file=file, field=name)
                )
        return found

    def _diagnostic(self, rule: Rule, severity: Severity, finding: _Finding) -> Diagnostic:
        passage, hit = finding.passage, finding.hit
        stretch = passage.text[hit.start : hit.end]
        shown = excerpt(stretch)
        file, place = self._locate(passage, hit)
        words = {"suggestion": f"“{excerpt(hit.suggestion or '')}”", **hit.words}
        times = f", {finding.count} times" if finding.count > 1 else ""
        is_whole = shown == stretch
        return Diagnostic(
            code=rule.code,
            reason=rule.reason.format_map(words) + times,
            remedy=rule.remedy.format_map(words),
            severity=severity,
            file=file,
            field=passage.field,
            line=place.line if place else None,
            column=place.column if place and is_whole else None,
            excerpt=shown,
            suggestion=hit.suggestion if is_whole else None,
        )

    def _locate(self, passage: Passage, hit: Hit) -> tuple[str | None, Location | None]:
        """Return the file that a hit is in, and its place there if that is certain.

        A file speaks first for its own language, then for those that have no file.
        """
        own = self._locators.get(passage.version)
        others = [locator for locator in self._locators.values() if locator is not own]
        for locator in [own, *others] if own else others:
            if place := locator.find(passage.text, hit.start, hit.end):
                return locator.file, place
        nearest = own or next(iter(others), None)
        return nearest.file if nearest else None, None
