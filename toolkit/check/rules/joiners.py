"""Half-spaces (U+200C ZERO WIDTH NON-JOINER) where they part nothing, and where they may lack."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from toolkit.check.passage import Passage
from toolkit.check.rule import Hit, Surroundings, finds, for_language, table
from toolkit.check.words import name_of, word_at
from toolkit.direction.script import script_of

__all__ = ["find_at_edges", "find_false", "find_missing"]

_ZWNJ: Final = "\u200c"
_RUN = re.compile(f"{_ZWNJ}+")
_OPENS = re.compile(r"[\s(\[{«‹“‘]")
_CLOSES = re.compile(r"[\s)\]}»›”.،؛؟!?…:,;]")
_LETTER = "[\u0620-\u063f\u0641-\u065f\u0670-\u06d3]"
_INNER = f"[\\w{_ZWNJ}\u064b-\u065f\u0670]"
_FALSE = re.compile(f"(?<={_LETTER})[\u00ac\u00ad\u200b\u2060\ufeff](?={_LETTER})")


@finds("joiner-at-edge")
def find_at_edges(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find half-spaces at a word's edge, and several in a row."""
    text, done = passage.text, 0
    for run in _RUN.finditer(text):
        at_edge = _is_at_edge(text, run.start(), run.end())
        if (at_edge or len(run[0]) > 1) and run.start() >= done:
            start, end = word_at(text, run.start(), run.end())
            done = end
            suggestion = _RUN.sub(_ZWNJ, text[start:end]).strip(_ZWNJ)
            yield Hit(start, end, suggestion, {"suggestion": f"“{suggestion}”"})


def _is_at_edge(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not before or not after or bool(_OPENS.match(before) or _CLOSES.match(after))


@finds("false-joiner")
def find_false(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find other invisible characters between two letters."""
    text = passage.text
    for match in _FALSE.finditer(text):
        start, end = word_at(text, *match.span())
        suggestion = _FALSE.sub(_ZWNJ, text[start:end])
        yield Hit(start, end, suggestion, {"control": name_of(match[0])})


@finds("missing-joiner")
def find_missing(passage: Passage, _: Surroundings) -> Iterator[Hit]:
    """Find Persian verbs, plurals and comparatives in two words, or verbs glued together."""
    for part in passage.prose():
        rows = for_language(table("joiners"), part.lang)
        if rows is None or script_of(part.lang).code != "Arab":
            continue
        for match in _missing(part.lang.partition("-")[0]).finditer(
            passage.text, part.start, part.end
        ):
            if match[0] not in rows["glued"]["but"]:
                head = match["prefix"] or match["word"] or match["adjective"]
                rest = match["verb"] or match["suffix"] or match["comparative"]
                is_apart = not match["prefix"] and head[-1] in rows["suffixes"]["unjoined"]
                yield Hit(*match.span(), f"{head}{'' if is_apart else _ZWNJ}{rest}")


@cache
def _missing(language: str) -> re.Pattern[str]:
    rows: dict[str, Any] = table("joiners")[language]
    comparatives = rows["comparatives"]
    verbs = sorted(_forms(rows), key=len, reverse=True)
    return re.compile(
        rf"(?<!{_INNER})(?:(?P<prefix>{'|'.join(rows['prefixes'])}) ?(?P<verb>{'|'.join(verbs)})"
        rf"|(?P<word>\w{{2,40}}) (?P<suffix>{'|'.join(rows['suffixes']['words'])})"
        rf"|(?P<adjective>{'|'.join(comparatives['after'])}) "
        rf"(?P<comparative>{'|'.join(comparatives['words'])}))(?!{_INNER})"
    )


def _forms(rows: dict[str, Any]) -> Iterator[str]:
    for kind in ("present", "vowel", "past"):
        for stem in rows[kind]["stems"]:
            yield from (stem + ending for ending in rows[kind]["endings"])
