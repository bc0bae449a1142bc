"""The glyphs of the PDF file stand where the layout says: PDFium reads them back."""

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from tests.conformance.mixed_paragraphs import Generator
from tests.conformance.set_lines import PIXELS_PER_POINT, page, paragraph_lines, render

CSS = "width: 15cm; text-align: justify } @page { size: 16cm 400cm"
TOLERANCE = 0.25  # pt; WeasyPrint rounds kerns to thousandths of an em


def letters_in_file(data):
    """Return (letter, x, y) of each ASCII letter, in points from the top left."""
    file = pdfium.PdfDocument(data)
    sheet = file[0]
    text = sheet.get_textpage()
    height = sheet.get_height()
    found = []
    for i in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, i))
        x, y = ctypes.c_double(), ctypes.c_double()
        if letter.isascii() and letter.isalpha() and raw.FPDFText_GetCharOrigin(text, i, x, y):
            found.append((letter, x.value, height - y.value))
    text.close()
    file.close()
    return found


def test_letters_stand_where_they_were_laid_out():
    paragraphs = Generator(23).paragraphs(40)
    document = render(page(paragraphs, CSS))
    assert len(document.pages) == 1
    in_file = sorted(letters_in_file(document.write_pdf()))
    missing, letters = [], 0
    for lines in paragraph_lines(document).values():
        for line in lines:
            top, bottom = (y / PIXELS_PER_POINT for y in (line.y, line.y + line.height))
            here = [(letter, x) for letter, x, y in in_file if top < y < bottom]
            for cluster in line.clusters:
                letter, x = cluster.text, cluster.x / PIXELS_PER_POINT
                if len(letter) == 1 and letter.isascii() and letter.isalpha():
                    letters += 1
                    if not any(found == letter and abs(x - at) < TOLERANCE for found, at in here):
                        missing.append((letter, x, line.text))
    print(f"{letters} letters")
    assert letters > 1000
    assert not missing[:5]
