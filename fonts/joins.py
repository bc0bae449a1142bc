"""Add glyphs that are made of others to a font, and the rules that choose and place them.

A letter's body followed by its dots becomes one glyph by a ligature substitution; kerning and
marks treat that as they treat its parts
(https://learn.microsoft.com/typography/opentype/spec/gpos).
"""

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from fontTools.otlLib import builder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import (
    Glyph,
    GlyphComponent,
)

__all__ = ["BASE", "MARK", "Offsets", "Parts", "add_joins"]

BASE, MARK = 1, 3
"""Classes of GDEF."""

IGNORE_MARKS, USE_MARK_FILTERING_SET = 0x08, 0x10

Parts = tuple[str, ...]
"""Names of glyphs: the body, then its dots in logical order."""

Offsets = tuple[tuple[int, int], ...]
"""Where the parts are drawn: right of and above the body's origin, in font units."""


def add_joins(font: TTFont, joins: Mapping[Parts, Offsets]) -> dict[str, Parts]:
    """Add a composite for each join, its substitution and positions; return the joins by name."""
    names = {f"joined{number:05}": parts for number, parts in enumerate(sorted(joins))}
    font.setGlyphOrder([*font.getGlyphOrder(), *names])
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    for name, parts in names.items():
        font["glyf"][name] = composite(parts, joins[parts])
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = font["hmtx"][parts[0]][0], font["glyf"][name].xMin
        classes[name] = BASE
    add_substitution(font["GSUB"].table, {parts: name for name, parts in names.items()})
    add_positions(font, {name: (parts, joins[parts]) for name, parts in names.items()})
    return names


def composite(parts: Parts, offsets: Offsets) -> Glyph:
    """Return a glyph made of others."""
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for part, (x, y) in zip(parts, offsets, strict=True):
        component = GlyphComponent()
        component.glyphName, component.x, component.y, component.flags = part, x, y, 0
        glyph.components.append(component)
    return glyph


def add_substitution(table: Any, names: Mapping[Parts, str]) -> None:
    """Put parts together after all other substitutions of the required ligatures."""
    lookup = builder.buildLookup([builder.buildLigatureSubstSubtable(dict(names))])
    append_lookup(table, lookup, "rlig")


def append_lookup(table: Any, lookup: Any, tag: str) -> None:
    """Append a lookup to a table and to its features of a name."""
    table.LookupList.Lookup.append(lookup)
    index = table.LookupList.LookupCount = len(table.LookupList.Lookup)
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            record.Feature.LookupListIndex.append(index - 1)
            record.Feature.LookupCount = len(record.Feature.LookupListIndex)


def add_positions(font: TTFont, joins: Mapping[str, tuple[Parts, Offsets]]) -> None:
    """Kern a join as its body, set marks on it as on its body, or as on its dots."""
    table = font["GPOS"].table
    bodies = {name: parts[0] for name, (parts, _) in joins.items()}
    marks_on_marks = []
    for lookup in table.LookupList.Lookup:
        dots_seen = seen_dots(filtering(font, lookup), joins)
        for subtable in [getattr(table, "ExtSubTable", table) for table in lookup.SubTable]:
            if isinstance(subtable, otTables.ChainContextPos):
                lookup.SubTable += list(contexts_with_joins(subtable, dots_seen, bodies))
                lookup.SubTableCount = len(lookup.SubTable)
            else:
                treat_alike(subtable, bodies)
            if isinstance(subtable, otTables.MarkMarkPos):
                marks_on_marks.append((lookup, subtable))
    for lookup, inner in marks_on_marks:
        if subtable := marks_on_joins(inner, filtering(font, lookup), joins):
            append_lookup(table, builder.buildLookup([subtable]), "mark")
    for (
        lookup,
        _,
    ) in marks_on_marks:  # Again, since a mark on a mark comes after a mark on a letter.
        append_lookup(table, lookup, "mkmk")


def seen_dots(
    seen: set[str] | None, joins: Mapping[str, tuple[Parts, Offsets]]
) -> dict[str, Parts]:
    """Return the dots of each join that a lookup sees."""
    return {
        name: tuple(dot for dot in parts[1:] if seen is None or dot in seen)
        for name, (parts, _) in joins.items()
    }


def contexts_with_joins(
    rule: Any, dots: Mapping[str, Parts], bodies: Mapping[str, str]
) -> Iterator[Any]:
    """Let a rule match joins whose dots it does not see; yield those that match body and dot."""
    for before, after in ((rule.BacktrackCoverage, False), (rule.LookAheadCoverage, True)):
        for index in range(len(before) - 1):
            body, dot = (index, index + 1) if after else (index + 1, index)
            wholes = [
                name
                for name, seen in dots.items()
                if len(seen) == 1
                and seen[0] in before[dot].glyphs
                and bodies[name] in before[body].glyphs
            ]
            if wholes:
                whole = copy.deepcopy(rule)
                coverages = whole.LookAheadCoverage if after else whole.BacktrackCoverage
                coverages[index : index + 2] = [coverage_of(wholes)]
                whole.BacktrackGlyphCount = len(whole.BacktrackCoverage)
                whole.LookAheadGlyphCount = len(whole.LookAheadCoverage)
                yield whole
    unseen = {name: body for name, body in bodies.items() if not dots[name]}
    for coverage in (*rule.BacktrackCoverage, *rule.InputCoverage, *rule.LookAheadCoverage):
        covered(coverage, unseen)


def coverage_of(names: list[str]) -> Any:
    """Return a coverage of glyphs."""
    coverage = otTables.Coverage()
    coverage.glyphs = names
    return coverage


def filtering(font: TTFont, lookup: Any) -> set[str] | None:
    """Return the marks that a lookup sees, or ``None`` for all."""
    if lookup.LookupFlag & IGNORE_MARKS:
        return set()
    if not lookup.LookupFlag & USE_MARK_FILTERING_SET:
        return None
    sets = font["GDEF"].table.MarkGlyphSetsDef.Coverage
    return set(sets[lookup.MarkFilteringSet].glyphs)


def treat_alike(subtable: Any, bodies: Mapping[str, str]) -> None:
    """Add each join to a positioning rule wherever its body is.

    The joins are the font's last glyphs, so that a coverage stays sorted.
    """
    match subtable:
        case otTables.MarkBasePos():
            array = subtable.BaseArray
            add_copies(subtable.BaseCoverage, array.BaseRecord, bodies)
            array.BaseCount = len(array.BaseRecord)
        case otTables.PairPos(Format=1):
            for pair_set in subtable.PairSet:
                add_seconds(pair_set, bodies)
            add_copies(subtable.Coverage, subtable.PairSet, bodies)
            subtable.PairSetCount = len(subtable.PairSet)
        case otTables.PairPos(Format=2):
            covered(subtable.Coverage, bodies)
            for definition in (subtable.ClassDef1, subtable.ClassDef2):
                classes = definition.classDefs
                classes |= {n: classes[body] for n, body in bodies.items() if body in classes}
        case otTables.SinglePos(Format=1):
            covered(subtable.Coverage, bodies)
        case otTables.SinglePos(Format=2):
            add_copies(subtable.Coverage, subtable.Value, bodies)
            subtable.ValueCount = len(subtable.Value)


def add_copies(coverage: Any, values: list[Any], bodies: Mapping[str, str]) -> None:
    """Give each join whose body is covered what its body has."""
    of_body = dict(zip(coverage.glyphs, values, strict=True))
    values += [copy.deepcopy(of_body[bodies[name]]) for name in covered(coverage, bodies)]


def add_seconds(pair_set: Any, bodies: Mapping[str, str]) -> None:
    """Add the pairs whose second glyph is a join."""
    records = {record.SecondGlyph: record for record in pair_set.PairValueRecord}
    for name, body in bodies.items():
        if body in records:
            record = copy.deepcopy(records[body])
            record.SecondGlyph = name
            pair_set.PairValueRecord.append(record)
    pair_set.PairValueCount = len(pair_set.PairValueRecord)


def covered(coverage: Any, bodies: Mapping[str, str]) -> list[str]:
    """Add the joins whose body is covered, and return them in order."""
    present = set(coverage.glyphs)
    added = [name for name, body in bodies.items() if body in present]
    coverage.glyphs.extend(added)
    return added


def marks_on_joins(
    subtable: Any, seen: set[str] | None, joins: Mapping[str, tuple[Parts, Offsets]]
) -> Any:
    """Return the rule that sets marks on a join where they would be set on its last dot."""
    anchors = dict(zip(subtable.Mark2Coverage.glyphs, subtable.Mark2Array.Mark2Record, strict=True))
    bases = {}
    for name, (parts, offsets) in joins.items():
        dots = [
            (dot, offset)
            for dot, offset in zip(parts[1:], offsets[1:], strict=True)
            if seen is None or dot in seen
        ]
        if dots and dots[-1][0] in anchors:
            (dot, (dx, dy)) = dots[-1]
            bases[name] = [moved(anchor, dx, dy) for anchor in anchors[dot].Mark2Anchor]
    if not bases:
        return None
    rule = otTables.MarkBasePos()
    rule.Format, rule.ClassCount = 1, subtable.ClassCount
    rule.MarkCoverage = copy.deepcopy(subtable.Mark1Coverage)
    rule.MarkArray = copy.deepcopy(subtable.Mark1Array)
    rule.BaseCoverage = coverage_of(list(bases))
    rule.BaseArray = otTables.BaseArray()
    rule.BaseArray.BaseRecord = []
    for anchors_of_base in bases.values():
        record = otTables.BaseRecord()
        record.BaseAnchor = anchors_of_base
        rule.BaseArray.BaseRecord.append(record)
    rule.BaseArray.BaseCount = len(bases)
    return rule


def moved(anchor: Any, dx: int, dy: int) -> Any:
    """Return an anchor moved by font units; no anchor stays none."""
    if anchor is None:
        return None
    return builder.buildAnchor(anchor.XCoordinate + dx, anchor.YCoordinate + dy)
