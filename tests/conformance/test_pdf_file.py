"""The glyphs of the PDF file stand where the layout says, by the file's own operators."""

from io import BytesIO

import pikepdf

from tests.conformance.mixed_paragraphs import Generator
from tests.conformance.set_lines import page, paragraph_lines, render

CSS = "width: 15cm; text-align: justify } @page { size: 16cm 400cm"
TOLERANCE = (
    0.35  # px, a quarter of a point: WeasyPrint takes Pango's 1024ths of an offset for 1000ths
)
UNSHOWN = 0x0FFFFFFF  # Pango's glyph for what has no shape


def advance_widths(font):
    """Widths of a composite font's glyphs, in thousandths of an em."""
    widths = {}
    runs = iter(font.DescendantFonts[0].W)
    for first in runs:
        for glyph, width in enumerate(next(runs), int(first)):
            widths[glyph] = float(width)
    return widths


def glyphs_in_file(data):
    """Yield (x, y, glyph) of each glyph shown, in the coordinates of its text matrix."""
    with pikepdf.open(BytesIO(data)) as file:
        sheet = file.pages[0]
        widths = {name: advance_widths(font) for name, font in sheet.Resources.Font.items()}
        font, size, x, y = None, 0.0, 0.0, 0.0
        for operands, operator in pikepdf.parse_content_stream(sheet):
            if str(operator) == "Tf":
                font, size = widths[str(operands[0])], float(operands[1])
            elif str(operator) == "Tm":
                x, y = float(operands[4]), float(operands[5])
            elif str(operator) == "TJ":
                for item in operands[0]:
                    if not isinstance(item, pikepdf.String):
                        x -= float(item) / 1000 * size
                        continue
                    code = bytes(item)
                    for i in range(0, len(code), 2):
                        glyph = int.from_bytes(code[i : i + 2], "big")
                        yield x, y, glyph
                        x += font[glyph] / 1000 * size


def test_glyphs_stand_where_they_were_laid_out():
    paragraphs = Generator(23).paragraphs(40)
    document = render(page(paragraphs, CSS))
    assert len(document.pages) == 1
    shown = sorted(glyphs_in_file(document.write_pdf()))
    missing, glyphs = [], 0
    for lines in paragraph_lines(document).values():
        for line in lines:
            here = [(x, glyph) for x, y, glyph in shown if line.y < y < line.y + line.height]
            for cluster in line.clusters:
                for wanted, at in zip(cluster.glyphs, cluster.origins, strict=True):
                    if wanted == UNSHOWN or not cluster.text.strip():
                        continue
                    glyphs += 1
                    if not any(glyph == wanted and abs(x - at) < TOLERANCE for x, glyph in here):
                        missing.append((cluster, line.text))
    print(f"{glyphs} glyphs")
    assert glyphs > 4000
    assert not missing[:5], len(missing)
