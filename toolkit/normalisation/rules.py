"""The rules of normalisation, from ``data/rules.toml``."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple
from unicodedata import normalize

from toolkit.direction.letters import other_language, proofs_against
from toolkit.direction.script import script_of

__all__ = ["ATTRIBUTES", "Edit", "edits", "foreign", "is_changed", "is_kept", "is_normal", "reason"]

_TABLES: Final[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "data" / "rules.toml").read_text("utf-8")
)
_RULES: Final[dict[str, dict[str, Any]]] = _TABLES["rules"]
_KEPT: Final = {name: frozenset(values) for name, values in _TABLES["kept"].items()}
_JOINER: Final = "\u200c"

ATTRIBUTES: Final = _KEPT["attributes"]
"""Names of the attributes that people read."""


class Edit(NamedTuple):
    """What is to be written in a text.

    Args:
        start: Place of the first character that changes.
        end: Place after the last.
        after: What to write there.
        kind: Name of the rule.
    """

    start: int
    end: int
    after: str
    kind: str


def edits(text: str) -> Iterator[Edit]:
    """Yield what the rules change in a paragraph, in order.

    Args:
        text: The paragraph, in a language that is changed; what is kept is covered with U+FFFC.
    """
    for match in _any_rule().finditer(text):
        kind = match.lastgroup or ""
        if kind == "joiner":
            keep = not _is_at_edge(text, *match.span())
            if len(match[0]) > keep:
                yield Edit(match.start() + keep, match.end(), "", kind)
        elif (after := _written(match[0], kind)) != match[0]:
            yield Edit(*match.span(), after, kind)


def is_normal(text: str) -> bool:
    """Tell quickly whether there is nothing in a text that a rule could change.

    Args:
        text: A paragraph, or clean HTML.

    Returns:
        ``True`` only if there is nothing.
    """
    return text.isascii() or _any_suspect().search(text) is None


def is_changed(tag: str) -> bool:
    """Tell whether texts in a language are changed.

    Args:
        tag: BCP 47 tag.
    """
    return tag.partition("-")[0] == _TABLES["language"] and script_of(tag).code == "Arab"


def is_kept(tag: str, classes: str) -> bool:
    """Tell whether an element's words are kept as they are.

    Args:
        tag: Its name.
        classes: Its ``class`` attribute.
    """
    return tag in _KEPT["elements"] or not _KEPT["classes"].isdisjoint(classes.split())


def foreign(text: str) -> Iterator[tuple[int, int]]:
    """Yield where what is clearly in another language than it is declared to be starts and ends.

    Args:
        text: A paragraph; what is declared to be in another language is covered with U+FFFC.

    Yields:
        The whole, or single clauses.
    """
    if not _is_foreign(text):
        return
    if other_language(normalize("NFKC", text), _TABLES["language"]):
        yield 0, len(text)
        return
    start = 0
    for end in [*(match.start() for match in _clause_ends().finditer(text)), len(text)]:
        if _is_foreign(text[start:end]):
            yield start, end
        start = end + 1


def reason(kind: str) -> str:
    """Return what is said of a change."""
    said: str = _RULES[kind]["reason"]
    return said


def _written(text: str, kind: str) -> str:
    if "write" in _RULES[kind]:
        return text.translate(_letters())
    text = normalize("NFC", normalize("NFKC", text[0]) + text[1:])
    return _any_letter().sub(lambda found: found[0].translate(_letters()), text)


def _is_at_edge(text: str, start: int, end: int) -> bool:
    rule, before, after = _RULES["joiner"], text[start - 1 : start], text[end : end + 1]
    if not before or not after:
        return True
    return bool(re.match(rule["after"], before) or re.match(rule["before"], after))


@cache
def _any_rule() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{row['pattern']})" for kind, row in _RULES.items()))


@cache
def _any_suspect() -> re.Pattern[str]:
    """Return a pattern for what may have to change; a tag or a reference may be an edge too."""
    patterns = [row["pattern"] for kind, row in _RULES.items() if kind != "joiner"]
    after, before = _RULES["joiner"]["after"], _RULES["joiner"]["before"]
    edges = f"(?:\\A|[>;]|{after}){_JOINER}|{_JOINER}(?:[<&{_JOINER}]|{before}|\\Z)"
    return re.compile("|".join([*patterns, edges]))


@cache
def _any_letter() -> re.Pattern[str]:
    return re.compile("|".join(row["pattern"] for row in _RULES.values() if "write" in row))


@cache
def _letters() -> dict[int, str]:
    pairs = [pair for row in _RULES.values() for pair in row.get("write", {}).items()]
    return str.maketrans(dict(pairs))


@cache
def _clause_ends() -> re.Pattern[str]:
    return re.compile(_TABLES["foreign"]["ends"])


def _is_foreign(text: str) -> bool:
    return _foreign().search(normalize("NFKC", text)) is not None


@cache
def _foreign() -> re.Pattern[str]:
    rows = _TABLES["foreign"]
    letters = rows["letters"] + proofs_against(_TABLES["language"])
    return re.compile("|".join([f"[{letters}]", *rows["patterns"]]))
