"""Make one glyph of each letter that a font draws in several: its body and its dots.

Such a font takes ب apart, shapes the body, and sets the dot by an anchor.  In a PDF the letter is
then several glyphs, of which a reader's software makes several letters.  Here a last substitution
puts body and dots together again as HarfBuzz draws them, and marks and kerning treat the whole as
they treat its parts; a letter that cannot be put together without a difference stays apart
(https://learn.microsoft.com/typography/opentype/spec/gsub#41-ligature-substitution-format-1).
"""

import copy
import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from unicodedata import bidirectional, category

import uharfbuzz as hb  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont

from fonts.joins import BASE, MARK, Offsets, Parts, add_joins

__all__ = ["join_dots"]

LANGUAGES = ("fa", "ar", "ur", "sd", "ks")
NEIGHBOURS = "\u0627\u0628\u062d\u062f\u0631\u0633\u0641\u0643\u0644\u0647\u06cc\u06d2\u200d"
MARKS = ("\u064e", "\u0650", "\u0651\u064e", "\u0670", "\u0654", "\u0655")
TYPED_APART = {"\u0647": "\u0654"}  # In Persian, heh with hamza is typed as two characters.


class Drawn(NamedTuple):
    """A glyph and where it is drawn in its line, in font units."""

    name: str
    x: int
    y: int
    advance: int


NOTHING = Drawn("", 0, 0, 0)


class Shaper:
    """Sets right-to-left text in a font, as HarfBuzz does."""

    def __init__(self, font: TTFont) -> None:
        stream = io.BytesIO()
        font.save(stream)
        self.font = hb.Font(hb.Face(stream.getvalue()))
        self.names = font.getGlyphOrder()

    def line(self, text: str, language: str) -> dict[int, list[Drawn]]:
        """Return the glyphs of each character in logical order, by the character's index."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "rtl", "Arab", language
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        hb.shape(self.font, buffer)
        found: dict[int, list[Drawn]] = defaultdict(list)
        x = 0
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            drawn = x + place.x_offset, place.y_offset, place.x_advance
            found[info.cluster].insert(0, Drawn(self.names[info.codepoint], *drawn))
            x += place.x_advance
        return found


def join_dots(font: TTFont) -> int:
    """Add a glyph for each letter form that is drawn in parts, and the rules that choose it.

    Args:
        font: A TrueType font; it is changed.

    Returns:
        The number of glyphs added.
    """
    joins = constant_joins(font)
    while joins:
        joined = copy.deepcopy(font)
        names = add_joins(joined, joins)
        wrong = differing(font, joined, names)
        if not wrong:
            add_joins(font, joins)
            break
        joins = {parts: offsets for parts, offsets in joins.items() if parts not in wrong}
    return len(joins)


def dotted(font: TTFont) -> list[str]:
    """Return the letters that the font draws in parts."""
    shaper = Shaper(font)
    return [letter for letter in letters(font) if len(shaper.line(letter, "fa")[0]) > 1]


def letters(font: TTFont) -> list[str]:
    """Return the font's letters of right-to-left scripts."""
    characters = map(chr, sorted(font.getBestCmap()))
    return [c for c in characters if bidirectional(c) == "AL" and category(c) == "Lo"]


def contexts(font: TTFont) -> Iterator[tuple[str, int, str]]:
    """Yield texts that show each dotted letter beside the others, its index, and a language."""
    every = ["", *letters(font)]
    for letter in dotted(font):
        for language in LANGUAGES:
            few = ["", *NEIGHBOURS]
            for before, after in {(b, a) for b in few for a in few} | (
                {(b, "") for b in every} | {("", a) for a in every} if language == "fa" else set()
            ):
                yield before + letter + after, len(before), language


def constant_joins(font: TTFont) -> dict[Parts, Offsets]:
    """Return the parts that always lie alike, and how."""
    shaper, classes = Shaper(font), font["GDEF"].table.GlyphClassDef.classDefs
    found: dict[Parts, set[Offsets]] = defaultdict(set)
    for text, index, language in contexts(font):
        body, *dots = shaper.line(text, language).get(index) or [NOTHING]
        if dots and classes.get(body.name) == BASE and all(is_dot(dot, classes) for dot in dots):
            offsets = tuple((part.x - body.x, part.y - body.y) for part in (body, *dots))
            found[body.name, *(dot.name for dot in dots)].add(offsets)
    apart = typed_apart(shaper)
    return {
        parts: offsets.pop()
        for parts, offsets in found.items()
        if len(offsets) == 1 and parts not in apart
    }


def is_dot(part: Drawn, classes: Mapping[str, int]) -> bool:
    """Tell whether a part is a mark that takes no room of its own."""
    return classes.get(part.name) == MARK and not part.advance


def typed_apart(shaper: Shaper) -> set[Parts]:
    """Return the parts that two characters give together, each of which must stay a glyph."""
    found = set()
    for letter, mark in TYPED_APART.items():
        for before in ("", "\u0628"):
            for after in ("", "\u0628"):
                line = shaper.line(before + letter + mark + after, "fa")
                found.add(tuple(part.name for part in line[len(before)]))
    return found


def differing(font: TTFont, joined: TTFont, names: Mapping[str, Parts]) -> set[Parts]:
    """Return the joins after which a text is drawn otherwise than before."""
    before, after = Shaper(font), Shaper(joined)
    offsets = {
        name: [(part.x, part.y) for part in joined["glyf"][name].components] for name in names
    }
    wrong: set[Parts] = set()
    for text, index, language in contexts(font):
        for marks in (
            ("", *MARKS) if len(text) == 1 or (language == "fa" and len(text) == 3) else ("",)
        ):
            whole = text[: index + 1] + marks + text[index + 1 :]
            lines = after.line(whole, language), before.line(whole, language)
            if picture(lines[0], names, offsets) != picture(lines[1], {}, {}):
                wrong |= {
                    names[part.name]
                    for line in lines
                    for found in line.values()
                    for part in found
                    if part.name in names
                }
    return wrong


def picture(
    line: Mapping[int, list[Drawn]],
    names: Mapping[str, Parts],
    offsets: Mapping[str, list[tuple[int, int]]],
) -> tuple[int, Counter[tuple[str, int, int]]]:
    """Return the line's width, and what is drawn where, the joins taken apart."""
    drawn: Counter[tuple[str, int, int]] = Counter()
    for part in (part for parts in line.values() for part in parts):
        places = offsets.get(part.name, [(0, 0)])
        for name, (dx, dy) in zip(names.get(part.name, (part.name,)), places, strict=True):
            drawn[name, part.x + dx, part.y + dy] += 1
    return sum(part.advance for parts in line.values() for part in parts), drawn
