"""Tokens: strings such as ``C++`` or ``+93 700 123 456`` that read as one thing.

Plain UAX#9 lets their outer symbols jump to the wrong side in a line of the other direction
(https://www.w3.org/International/articles/inline-bidi-markup/), so they must be isolated.  The
rules are ``data/tokens.toml``.
"""

import re
import tomllib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from toolkit.direction.script import Direction, first_strong, script_at

__all__ = ["ALL", "Rule", "Token", "find", "may_hold", "rules"]

_DATA = Path(__file__).parent / "data" / "tokens.toml"
_REFERENCE = re.compile(r"\(\?&([A-Z]+)\)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of token.

    Args:
        name: Name of the rule, by which it can be switched off.
        pattern: Verbose regular expression.
        lang: BCP 47 tag, ``auto`` for the language of its letters, ``None`` for no language.
        dir: ``ltr``, or ``auto`` for the direction of its letters.
        joins: Whether it can be the first or the last word of a phrase.
        examples: Strings that match as a whole.
        others: Strings in which nothing matches.
    """

    name: str
    pattern: str
    lang: str | None = None
    dir: str = "ltr"
    joins: bool = True
    examples: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Token(NamedTuple):
    """A token in a text.

    Args:
        start: Place of its first character.
        end: Place after its last.
        kind: Name of its rule.
        lang: BCP 47 tag if it is language (``Yahoo!``), else ``None`` (a telephone number).
        dir: The direction it reads in.
    """

    start: int
    end: int
    kind: str
    lang: str | None
    dir: Direction


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def _expand(pattern: str) -> str:
    """Put the definitions in the place of the references to them."""
    definitions: dict[str, str] = _table()["definitions"]
    while _REFERENCE.search(pattern):
        pattern = _REFERENCE.sub(lambda match: f"(?:{definitions[match[1]]})", pattern)
    return pattern


@cache
def rules() -> dict[str, Rule]:
    """Return the rules by name, in order of precedence."""
    rows = _table()["rules"]
    return {row["name"]: Rule(**{**row, "pattern": _expand(row["pattern"])}) for row in rows}


ALL: Final = frozenset(rules())
"""Names of all rules."""


def find(text: str, *, rules: AbstractSet[str] = ALL) -> list[Token]:
    """Find the tokens of a text.

    Args:
        text: Any text.
        rules: Names of the rules to apply.

    Returns:
        The tokens in order, none overlapping; in time linear in the length of the text.
    """
    scanner = _scanner(frozenset(rules))
    found: list[Token] = []
    end = 0
    for begin in _begin().finditer(text):
        if begin.start() >= end and (match := scanner.match(text, begin.start())):
            found.append(_token(match))
            end = match.end()
    return found


def may_hold(text: str) -> bool:
    """Tell quickly whether a text may hold a token without letters of another script.

    Args:
        text: Any text.

    Returns:
        ``False`` only if there is none but such as begin or end in a Latin letter.
    """
    return _trigger().search(text) is not None


@cache
def _trigger() -> re.Pattern[str]:
    return re.compile(_table()["trigger"], re.VERBOSE)


@cache
def _scanner(names: frozenset[str]) -> re.Pattern[str]:
    chosen = [rule for rule in rules().values() if rule.name in names]
    alternatives = "|".join(f"(?P<{rule.name}>{rule.pattern})" for rule in chosen)
    return re.compile(alternatives or "(?!)", re.VERBOSE)


@cache
def _begin() -> re.Pattern[str]:
    return re.compile(_table()["begin"])


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or ""
    rule = rules()[kind]
    lang, direction = rule.lang, rule.dir
    if direction == "auto":
        direction = first_strong(match[0]) or "ltr"
    if lang == "auto":
        letter = next(filter(None, map(script_at, match[0])), None)
        lang = letter.languages[0] if letter else None
    return Token(match.start(), match.end(), kind, lang, cast("Direction", direction))
