"""Why a mixed text is set as it is: base direction, levels, languages, tokens, visual order.

https://www.unicode.org/reports/tr9/
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from toolkit.direction import tokens
from toolkit.direction.base import DIR
from toolkit.direction.explain.invisible import find_invisible
from toolkit.direction.explain.model import (
    ExplainedParagraph,
    ExplainedToken,
    Explanation,
    Order,
    Reason,
    Run,
)
from toolkit.direction.isolate import isolate_phrases
from toolkit.direction.letters import language_of
from toolkit.direction.levels import Base, paragraphs, resolve
from toolkit.direction.order import reset_whitespace, visual_order
from toolkit.direction.properties import classify
from toolkit.direction.script import Direction, Script, direction_of, script_at, script_of

__all__ = ["explain"]

_LEVEL: Final[dict[Direction, Base]] = {"ltr": 0, "rtl": 1}
_STRONG_OR_ISOLATE = re.compile("[LRAijkq]")
_ENDS = "\n\r\x1c\x1d\x1e\x85\u2029"


def explain(text: str, *, lang: str | None = None, base: Direction | None = None) -> Explanation:
    """Explain how the paragraphs of a text are set.

    Args:
        text: Any text; each line is a paragraph.
        lang: BCP 47 tag of the language it is declared to be in.
        base: Base direction that is declared; by default that of ``lang``, else of the first
            strong character.

    Returns:
        The explanation, in time linear in the length of the text.
    """
    lines = (line.rstrip(_ENDS) for line in paragraphs(text))
    return Explanation(tuple(_paragraph(line, lang, base) for line in lines if line.strip()))


def _paragraph(text: str, lang: str | None, base: Direction | None) -> ExplainedParagraph:
    reason, direction = _reason(text, lang, base)
    lang = lang or _language(text, direction)
    order, seen = _order(text, isolate_phrases(text, direction), direction, lang)
    plain, seen_plain = _order(text, text, direction, lang)
    return ExplainedParagraph(
        text=text,
        lang=lang,
        base=direction,
        reason=reason,
        order=order,
        plain=None if seen == seen_plain else plain,
        tokens=tuple(_tokens(text)),
        invisible=tuple(find_invisible(text)),
    )


def _reason(text: str, lang: str | None, base: Direction | None) -> tuple[Reason, Direction]:
    if base:
        return Reason("declared"), base
    if lang:
        return Reason("language"), direction_of(lang)
    codes = classify(text)
    place = _first_strong(codes)
    if place is None:
        return Reason("none"), "ltr"
    return Reason("first-strong", place), DIR[codes[place] != "L"]


def _first_strong(codes: str) -> int | None:
    depth = 0
    for match in _STRONG_OR_ISOLATE.finditer(codes):
        if match[0] in "ijk":
            depth += 1
        elif match[0] == "q":
            depth = max(0, depth - 1)
        elif not depth:
            return match.start()
    return None


def _language(text: str, base: Direction) -> str:
    """Return the language that the letters of the base direction tell."""
    found = (script for script in map(script_at, text) if script and script.direction == base)
    script = next(found, script_of("fa" if base == "rtl" else "en"))
    return language_of(text, script)


def _tokens(text: str) -> Iterator[ExplainedToken]:
    for found in tokens.find(text):
        inner = text[found.start : found.end]
        yield ExplainedToken(found.start, found.end, inner, found.kind, found.dir, found.lang)


def _order(text: str, isolated: str, base: Direction, lang: str) -> tuple[Order, list[int]]:
    """Return the runs of a text in the order of its isolated form, and that of its characters."""
    level = _LEVEL[base]
    levels = reset_whitespace(resolve(isolated, level).levels, classify(isolated), level)
    origin = _origins(text, isolated)
    seen = [place for place in (origin[i] for i in visual_order(levels)) if place is not None]
    runs = tuple(
        _run(text, start, stop, own_level, lang)
        for start, stop, own_level in _stretches(text, origin, levels)
    )
    rank = {place: index for index, place in enumerate(seen)}
    visual = sorted(range(len(runs)), key=lambda index: rank[runs[index].start])
    return Order(runs, tuple(visual)), seen


def _origins(text: str, isolated: str) -> list[int | None]:
    """Return the place in the text of each character of its isolated form, if it has one."""
    found: list[int | None] = []
    place = 0
    for character in isolated:
        is_own = place < len(text) and character == text[place]
        found.append(place if is_own else None)
        place += is_own
    return found


def _stretches(
    text: str, origin: Sequence[int | None], levels: bytes
) -> Iterator[tuple[int, int, int]]:
    """Yield start, end and level of each stretch of one level, script and isolate."""
    cuts = [0]
    of_level: list[int] = []
    script: Script | None = None
    is_cut = True
    for place, level in zip(origin, levels, strict=True):
        if place is None:
            is_cut = True
            continue
        own = script_at(text[place])
        is_other = own is not None and script is not None and own is not script
        is_cut = is_cut or is_other or level != of_level[-1]
        if is_cut:
            script = None
            if place:
                cuts.append(place)
            of_level.append(level)
        script = own or script
        is_cut = False
    cuts.append(len(text))
    yield from (
        (start, stop, level) for (start, stop), level in zip(pairwise(cuts), of_level, strict=True)
    )


def _run(text: str, start: int, stop: int, level: int, lang: str) -> Run:
    inner = text[start:stop]
    script = next(filter(None, map(script_at, inner)), None)
    tag = language_of(inner, script, (lang,)) if script else None
    return Run(start, stop, inner, level, DIR[level % 2], script.code if script else None, tag)
