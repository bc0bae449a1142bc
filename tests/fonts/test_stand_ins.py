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
    (stand_in["for"], weight, stand_in["range"], stand_in[weight][0])
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


def width(path, texts):
    """Return how wide HarfBuzz sets texts, in em."""
    face = hb.Face(path.read_bytes())
    font, total = hb.Font(face), 0
    for text in texts:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        total += sum(place.x_advance for place in buffer.glyph_positions)
    return total / face.upem


@pytest.mark.skipif(not SYSTEM.is_dir(), reason="the system's fonts are not installed")
@pytest.mark.parametrize(("key", "weight", "characters", "rule"), STAND_INS)
def test_a_font_that_stands_in_makes_a_text_as_wide(key, weight, characters, rule):
    system = SYSTEM / f"{rule['fonts'][0].replace(' Bold', '-Bold').replace(' ', '')}.ttf"
    texts, apart = ([" "], 0.002) if characters == "U+20, U+A0" else (WORDS[key], 0.02)
    adjusted = width(system, texts) * rule["size-adjust"] / 100
    assert abs(adjusted / width(FONTS / "pdf" / f"{key}-{weight}.ttf", texts) - 1) < apart
