"""One translation, and what rules find in it."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, NamedTuple
from unicodedata import name

from toolkit.errors import Severity
from toolkit.language.tag import Tag
from toolkit.translation.tables import table

__all__ = ["Hit", "Rule", "Wording", "describe", "faults", "finds"]

_PLACEHOLDER = re.compile(r"\{[a-z][a-z0-9_]*\}")
_STAND_IN: Final = "\ufffc"


@dataclass(frozen=True)
class Wording:
    """One form of one translation.

    Args:
        tag: BCP 47 tag of its language.
        label: The label's id.
        sources: The English; with plurals, the singular and the plural.
        text: The translation.
        is_narrow: Whether it stands where there is little room.
        omits_count: Whether the form is for one number alone, so that it need not say it.
    """

    tag: str
    label: str
    sources: tuple[str, ...]
    text: str
    is_narrow: bool = False
    omits_count: bool = False

    @cached_property
    def bare(self) -> str:
        """The text with U+FFFC in the place of each placeholder."""
        return _PLACEHOLDER.sub(_STAND_IN, self.text)

    @property
    def english(self) -> str:
        """The English that the form is held against: with plurals, the plural."""
        return self.sources[-1]

    @property
    def script(self) -> str:
        """ISO 15924 code of the language's script."""
        return Tag.parse(self.tag).script

    @property
    def alphabet(self) -> Mapping[str, Any] | None:
        """The row of the language in ``letters.toml``."""
        row: Mapping[str, Any] | None = table("letters").get(Tag.parse(self.tag).language)
        return row


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found.

    Args:
        excerpt: The text in question, or ``None`` for what is not there.
        suggestion: Text to write instead, or ``None``.
        words: Words for the braces of the rule's reason and remedy.
    """

    excerpt: str | None = None
    suggestion: str | None = None
    words: Mapping[str, str] = field(default_factory=dict)


class Rule(NamedTuple):
    """How a rule is called and what it says."""

    code: str
    severity: Severity
    reason: str
    remedy: str


Finder = Callable[[Wording], Iterator[Hit]]
_finders: dict[str, Finder] = {}


def finds(code: str) -> Callable[[Finder], Finder]:
    """Register the function that finds what a rule of ``lint.toml`` looks for."""

    def register(finder: Finder) -> Finder:
        _finders[code] = finder
        return finder

    return register


def rule(code: str) -> Rule:
    """Return a rule of ``lint.toml``."""
    return Rule(code, **table("lint")["rules"][code])


def faults(wording: Wording) -> Iterator[tuple[Rule, Hit]]:
    """Find what is wrong with one form of a translation.

    Args:
        wording: The form; an empty one has no faults.

    Yields:
        Each rule that found something, and what, in the order of ``lint.toml``.
    """
    from toolkit.translation.lint import characters, placeholders, typography, words  # noqa: F401

    if wording.text:
        for code in table("lint")["rules"]:
            if code in _finders:
                yield from ((rule(code), hit) for hit in _finders[code](wording))


def describe(character: str) -> str:
    """Return a character as it is named in messages: itself if it can be seen, and its number."""
    code = f"U+{ord(character):04X}"
    if character.isprintable() and not character.isspace():
        return f"“{character}” ({code})"
    return f"{code} ({name(character, 'a control').lower()})"
