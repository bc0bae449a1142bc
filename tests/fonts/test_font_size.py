"""One size for both scripts: the Latin x is as high as the letter heh of the font beside it."""

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from toolkit.render.fonts import faces

FONTS = {(face.family, face.weight, face.style): face.file for face in faces("pdf")}


def height(family, weight, character):
    """Return how high a character reaches above the base line, in em."""
    font = TTFont(FONTS[family, weight, "normal"])
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[ord(character)]].draw(pen)
    return pen.bounds[3] / font["head"].unitsPerEm


@pytest.mark.parametrize(
    ("latin", "arabic", "weight", "apart"),
    [
        ("Toolkit Serif", "Toolkit Naskh", 400, 0.03),
        ("Toolkit Sans", "Toolkit Sans Arabic", 400, 0.03),
        # The eye of a bold heh stays open, so that it grows where x does not.
        ("Toolkit Serif", "Toolkit Naskh", 700, 0.13),
        ("Toolkit Sans", "Toolkit Sans Arabic", 700, 0.13),
    ],
)
def test_heh_is_as_high_as_x(latin, arabic, weight, apart):
    assert height(arabic, weight, "ه") == pytest.approx(height(latin, weight, "x"), rel=apart)
