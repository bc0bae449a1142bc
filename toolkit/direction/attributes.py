"""Isolates in attributes that are read or shown, and in the title."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from lxml.etree import _Element as Element

from toolkit.direction import phrases
from toolkit.direction.isolate import isolate_phrases
from toolkit.direction.letters import language_of
from toolkit.direction.script import Direction, direction_of, script_at, script_of
from toolkit.errors import Diagnostic, Report

__all__ = ["ATTRIBUTES", "isolate_attributes"]

ATTRIBUTES: Final = ("alt", "title", "aria-label", "aria-description", "placeholder")
"""Attributes that hold text for people."""

_EXCERPT = 60
_NAMES = frozenset(ATTRIBUTES)


def isolate_attributes(
    root: Element, *, declared: Sequence[str], rules: AbstractSet[str], report: Report
) -> None:
    """Isolate the phrases and tokens of the other direction in attributes and the title.

    Args:
        root: An element with ``lang`` and ``dir``.
        declared: Tags of the languages that are used, the likeliest first.
        rules: Names of the token rules to apply.
        report: Receives a warning for each attribute that is in another language than its element.
    """
    for element in root.iter("*"):
        if _NAMES.isdisjoint(element.keys()) or element.get("translate") == "no":
            continue
        lang, base = _inherited(element)
        for name in ATTRIBUTES:
            text = element.get(name)
            if not text or not phrases.may_hold(text, script_of(lang), base):
                continue
            other = _other_language(text, lang, base, declared)
            if other is None:
                element.set(name, isolate_phrases(text, base, rules=rules))
            else:
                report(_diagnostic(element, name, text, lang, other))
    for title in root.iter("title"):
        if title.text and next(title.iterancestors("svg"), None) is None:
            title.text = isolate_phrases(title.text, _inherited(title)[1], rules=rules)


def _inherited(element: Element) -> tuple[str, Direction]:
    """Return the language and the direction of an element."""
    lang = direction = None
    for one in (element, *element.iterancestors()):
        lang = lang or one.get("lang")
        direction = direction or one.get("dir")
        if lang and direction:
            break
    base: Direction = "rtl" if direction == "rtl" else "ltr"
    return lang or "en", base if direction else direction_of(lang or "en")


def _other_language(text: str, lang: str, base: Direction, declared: Sequence[str]) -> str | None:
    """Return the language of a text without a letter of its element's script."""
    own = script_of(lang)
    scripts = {script for script in map(script_at, text) if script}
    if not scripts or own in scripts or len(scripts) > 1:
        return None
    found = phrases.find(text, script=own, base=base)
    if not any(phrase.script for phrase in found):
        return None
    return language_of(text, scripts.pop(), declared)


def _diagnostic(element: Element, name: str, text: str, lang: str, other: str) -> Diagnostic:
    return Diagnostic(
        code="attribute-language",
        reason=f"The {name} of a <{element.tag!s}> is in {other}, but the page around it in {lang}",
        remedy=f"Write the {name} in {lang}, or put lang={other} on the element",
        severity="warning",
        field=name,
        excerpt=text if len(text) <= _EXCERPT else f"{text[: _EXCERPT - 1]}…",
    )
