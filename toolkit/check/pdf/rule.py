"""Rules about PDFs: what each says when it finds something (``data/rules.toml``)."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from toolkit.article.characters import excerpt
from toolkit.check.pdf.document import Document
from toolkit.check.rule import Rule
from toolkit.errors import Diagnostic

__all__ = ["PDF_RULES", "Fault", "diagnoses", "finders", "finds"]

_MARKS: Final = re.compile("[\u200e\u200f\u061c\u2066-\u2069]")
_MOST: Final = 20  # findings of one rule in one file

PDF_RULES: Final = {
    code: Rule(code=code, **row)
    for code, row in tomllib.loads(
        (Path(__file__).parent / "data" / "rules.toml").read_text("utf-8")
    ).items()
}
"""The rules by code, the validators among them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found in a PDF.

    Args:
        page: Number of the page, from 0, or ``None`` for the document.
        what: What it is about, such as a structure type; empty for the page or the document.
        shown: The text there.
        words: Words for the braces of the rule's reason and remedy.
    """

    page: int | None = None
    what: str = ""
    shown: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str | None:
        """Where it is, such as ``page 3, Figure``; ``None`` for the document."""
        page = f"page {self.page + 1}" if self.page is not None else ""
        return ", ".join(part for part in (page, self.what) if part) or None


Finder = Callable[[Document], Iterator[Fault]]

_finders: dict[str, Finder] = {}


def finds(code: str) -> Callable[[Finder], Finder]:
    """Register the function that finds what a rule looks for.

    Args:
        code: The rule's code.
    """

    def register(finder: Finder) -> Finder:
        _finders[code] = finder
        return finder

    return register


def finders() -> Iterator[tuple[Rule, Finder]]:
    """Yield the rules that read a document, in the order of the table."""
    import toolkit.check.pdf.rules  # noqa: F401 - registers them

    return ((rule, _finders[code]) for code, rule in PDF_RULES.items() if code in _finders)


def diagnoses(rule: Rule, faults: Iterator[Fault], file: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each fault that a rule found, those beyond a number as one.

    Args:
        rule: The rule.
        faults: What it found.
        file: The PDF, as the caller named it.
    """
    found = Counter(
        Diagnostic(
            code=rule.code,
            reason=rule.reason.format_map(fault.words),
            remedy=rule.remedy.format_map(fault.words),
            severity=rule.severity,
            file=file,
            field=fault.place,
            excerpt=excerpt(" ".join(_MARKS.sub("", fault.shown).split())) or None,
        )
        for fault in faults
    )
    yield from list(found)[:_MOST]
    if rest := sum(list(found.values())[_MOST:]):
        reason = f"has {rest:,} more findings of the kind {rule.code}"
        yield Diagnostic(code=rule.code, reason=reason, severity=rule.severity, file=file)
