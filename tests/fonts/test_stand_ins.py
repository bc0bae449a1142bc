"""The system's fonts that stand in for ours make a text as wide, so that its lines stay."""

import re
import tomllib
from pathlib import Path

import pytest
import uharfbuzz as hb

from toolkit.resources import FONTS, SAMPLES

SYSTEM = Path("/usr/share/fonts/truetype/dejavu")
CONFIG = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))
STAND_INS = [
    (stand_in["for"], weight, stand_in[weight][0])
    for stand_in in CONFIG["stand-ins"]
    for weight in ("400", "700")
]
ENGLISH = (SAMPLES / "water-report.en.md").read_text("utf-8").lower()
PERSIAN = (SAMPLES / "water-report.fa.md").read_text("utf-8")
WORDS = {
    "sans": re.findall("[a-z]+", ENGLISH),
    "serif": re.findall("[a-z]+", ENGLISH),
    "sans-arabic": re.findall("[\u0600-\u06ff\u200c]+", PERSIAN),
    "naskh": re.findall("[\u0600-\u06ff\u200c]+", PERSIAN),
}


def width(path, words):
    """Return how wide HarfBuzz sets a text, in em."""
    face = hb.Face(path.read_bytes())
    buffer = hb.Buffer()
    buffer.add_str(" ".join(words))
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    return sum(place.x_advance for place in buffer.glyph_positions) / face.upem


@pytest.mark.skipif(not SYSTEM.is_dir(), reason="the system's fonts are not installed")
@pytest.mark.parametrize(("key", "weight", "rule"), STAND_INS)
def test_a_font_that_stands_in_makes_a_text_as_wide(key, weight, rule):
    system = SYSTEM / f"{rule['fonts'][0].replace(' Bold', '-Bold').replace(' ', '')}.ttf"
    adjusted = width(system, WORDS[key]) * rule["size-adjust"] / 100
    assert abs(adjusted / width(FONTS / "pdf" / f"{key}-{weight}.ttf", WORDS[key]) - 1) < 0.02
