"""Letters keep the shapes that HarfBuzz gives the unsplit words, whatever markup cuts them."""

import re

import uharfbuzz as hb

from tests.conformance.judge import place_lines
from tests.conformance.mixed_paragraphs import Generator
from tests.conformance.model import is_shown
from tests.conformance.set_lines import page, paragraph_lines, render
from toolkit.resources import FONTS

WORD = re.compile("[\u0620-\u064a\u064b-\u065f\u0671-\u06d3\u200c]+")
LIGATURE = re.compile("ل[\u064b-\u065f]*[اآأإ]")  # needs both letters in one box
ZWNJ = "\u200c"


def harfbuzz(word):
    """Glyphs of a word by itself, in logical order."""
    face = hb.Face((FONTS / "pdf" / "sans-arabic-400.ttf").read_bytes())
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    infos = sorted(buffer.glyph_infos, key=lambda info: info.cluster)
    return [info.codepoint for info in infos if word[info.cluster] != ZWNJ]


def glyphs_set(model, line):
    """Return the glyphs of each character's cluster by the place of its first character."""
    places = iter(place_lines(model, [line])[0])
    found = {}
    for cluster in line.clusters:
        own = [next(places) for character in cluster.text if is_shown(character)]
        if own:
            found[own[0]] = sorted(glyph for glyph in cluster.glyphs if glyph < 0x0FFFFFFF)
    return found


def test_words_are_shaped_as_harfbuzz_shapes_them():
    paragraphs = Generator(7).paragraphs(130)
    lines = paragraph_lines(render(page(paragraphs, "white-space: nowrap")))
    whole = [paragraph for paragraph in paragraphs if len(lines[paragraph.id]) == 1]
    words, parted, differing = 0, 0, []
    for paragraph in whole:
        model = paragraph.model
        found = glyphs_set(model, lines[paragraph.id][0])
        for match in WORD.finditer(model.characters):
            start, stop = match.span()
            if not all(level % 2 for level in model.levels[start:stop]):
                continue  # overridden
            words += 1
            glyphs = sorted(glyph for place in range(start, stop) for glyph in found.get(place, ()))
            wanted = sorted(harfbuzz(match[0]))
            if glyphs != wanted and len(glyphs) > len(wanted) and LIGATURE.search(match[0]):
                parted += 1  # markup between lam and alef
            elif glyphs != wanted:
                differing.append((match[0], glyphs, wanted))
    print(f"{words} words in {len(whole)} lines, {parted} ligatures parted by markup")
    assert parted < 5
    assert len(whole) >= 100
    assert words > 1000
    assert not differing
