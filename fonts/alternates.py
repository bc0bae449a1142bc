"""Leave the joins that no word of a list takes out of a calligraphic font.

Such a font redraws letters for what they join: thousands of glyphs, most of them for few words.  A
rule that is left out lets the letters join in their common shapes
(https://learn.microsoft.com/typography/opentype/spec/gsub#lookuptype-6-chained-contexts-substitution-subtable).
"""

import io
from collections.abc import Iterator
from typing import Any

import uharfbuzz as hb  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont

__all__ = ["keep_joins"]

CONTEXT, CHAINED = 5, 6
MARK = 3
"""Class of GDEF."""


def keep_joins(font: TTFont, words: list[str]) -> None:
    """Take out each contextual rule of letters without which HarfBuzz sets the words alike."""
    expected = glyphs(font, words)
    for lookup in contextual(font):
        for rule in reversed(lookup.SubTable):
            rules = lookup.SubTable
            lookup.SubTable = [other for other in rules if other is not rule]
            if has_marks(font, rule) or glyphs(font, words) != expected:
                lookup.SubTable = rules


def contextual(font: TTFont) -> Iterator[Any]:
    """Yield the lookups of required ligatures that look at a glyph's neighbours."""
    table = font["GSUB"].table
    required = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "rlig"
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(required):
        if table.LookupList.Lookup[index].LookupType in (CONTEXT, CHAINED):
            yield table.LookupList.Lookup[index]


def has_marks(font: TTFont, rule: Any) -> bool:
    """Tell whether a rule concerns marks."""
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    covered = ("Coverage", "BacktrackCoverage", "InputCoverage", "LookAheadCoverage")
    return any(
        classes.get(glyph) == MARK
        for name in covered
        for coverage in getattr(rule, name, [])
        for glyph in coverage.glyphs
    )


def glyphs(font: TTFont, words: list[str]) -> list[list[int]]:
    """Return the numbers of the glyphs that HarfBuzz sets each word with."""
    stream = io.BytesIO()
    font.save(stream)
    setter = hb.Font(hb.Face(stream.getvalue()))
    return [numbers(setter, word) for word in words]


def numbers(setter: hb.Font, word: str) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", "fa"
    hb.shape(setter, buffer)
    return [info.codepoint for info in buffer.glyph_infos]
