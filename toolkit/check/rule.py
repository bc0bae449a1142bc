"""Rules: what each looks for, and what it says when it finds it (``data/rules.toml``)."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from toolkit.check.passage import Passage
from toolkit.errors import Severity

__all__ = [
    "RULES",
    "Finder",
    "Hit",
    "Rule",
    "Surroundings",
    "finders",
    "finds",
    "for_language",
    "primary",
    "table",
]

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of hazard.

    Args:
        code: Its stable identifier.
        severity: How bad it is outside quotations.
        summary: What the rule looks for.
        why: Why that matters.
        reason: What is said of a finding, with words in braces.
        remedy: The way out, likewise.
        spelling: Whether it is about spelling: silent in code and addresses, and where it warns,
            but a note in quotations.
    """

    code: str
    severity: Severity
    summary: str
    why: str
    reason: str
    remedy: str
    spelling: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found in a passage.

    Args:
        start: Place of its first character.
        end: Place after its last.
        suggestion: Text to write instead, or ``None``.
        words: Words for the braces of the rule's reason and remedy.
        topic: Hits of one field with the same topic are one finding; by default their text.
    """

    start: int
    end: int
    suggestion: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)
    topic: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article and its publication declare.

    Args:
        declared: BCP 47 tags of all languages that they use, the likeliest first.
    """

    declared: Sequence[str]

    def declares(self, tag: str) -> bool:
        """Tell whether a language is declared, in any of its variants."""
        return any(primary(tag) == primary(other) for other in self.declared)


Finder = Callable[[Passage, Surroundings], Iterator[Hit]]

_finders: dict[str, Finder] = {}


def finds(code: str) -> Callable[[Finder], Finder]:
    """Register the function that finds what a rule looks for.

    Args:
        code: The rule's code, a key of ``data/rules.toml``.
    """

    def register(finder: Finder) -> Finder:
        _finders[code] = finder
        return finder

    return register


def finders() -> Iterator[tuple[Rule, Finder]]:
    """Yield the rules that read passages, in the order of the table."""
    import toolkit.check.rules  # noqa: F401 - registers them

    return ((rule, _finders[code]) for code, rule in RULES.items() if code in _finders)


@cache
def table(name: str) -> dict[str, Any]:
    """Return one of the tables in ``data/``."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8"))


def for_language(rows: Mapping[str, Any], tag: str) -> Any:  # noqa: ANN401
    """Return the row of a language or of the language that it is a variant of, or ``None``."""
    return rows.get(tag, rows.get(primary(tag)))


def primary(tag: str) -> str:
    """Return the language of a tag without its script and territory."""
    return tag.partition("-")[0]


RULES: Final = {code: Rule(code=code, **row) for code, row in table("rules").items()}
"""All rules by code."""
