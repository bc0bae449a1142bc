"""What programs read out of a PDF, against the text that went in."""

import io
import re
import subprocess
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import pypdf
import pypdfium2
from lxml import html as lxml_html
from pdfminer.high_level import extract_text

CORPUS = tomllib.loads((Path(__file__).parent / "data" / "text_layer.toml").read_text("utf-8"))
STYLE = "p { text-align: justify; line-height: 1.9 } [lang=en] { font-family: Toolkit Serif }"
ZWNJ = "\u200c"

# Marks that readers add or keep, to order text of two directions; they are not part of it.
CONTROLS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


def document(*paragraphs, lang="fa", direction="rtl", style=STYLE):
    head = f"<title>متن</title><style>{style}</style>"
    body = "".join(paragraphs)
    return f'<!doctype html><html lang="{lang}" dir="{direction}"><head>{head}</head><body>{body}'


def paragraph(lang, html):
    direction = "ltr" if lang == "en" else "rtl"
    return f'<p lang="{lang}" dir="{direction}">{html}</p>'


def corpus_document(style=""):
    """Return all paragraphs of the corpus as one document, those in English on a page of theirs.

    Poppler reads all lines of a page in the direction that most letters on it have.
    """
    english = [each for each in CORPUS["paragraph"] if each["lang"] == "en"]
    others = [each for each in CORPUS["paragraph"] if each["lang"] != "en"]
    return document(
        *(paragraph(**each) for each in others),
        "<hr>",
        *(paragraph(**each) for each in english),
        style=STYLE + "hr { break-before: page }" + style,
    )


def plain(text):
    return " ".join(unicodedata.normalize("NFC", text.translate(CONTROLS)).split())


def source(html):
    apart = re.sub("(</(p|li|th|td)>)", r"\1 ", html)
    return plain(lxml_html.document_fromstring(apart).body.text_content())


def words(text):
    return Counter(text.split())


def joints(text):
    """Each U+200C of a text with the letters beside it."""
    return Counter(text[at.start() - 1 : at.end() + 1] for at in re.finditer(ZWNJ, text))


def share(wanted, found):
    """Share of what was wanted that was found, in percent."""
    return 100 * (wanted & found).total() / wanted.total()


def poppler(pdf):
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pdfium(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(sheet.get_textpage().get_text_range() for sheet in pages)


def mupdf(pdf):
    import pymupdf

    with pymupdf.open(stream=pdf) as pages:
        return "\n".join(sheet.get_text() for sheet in pages)


def pdfminer(pdf):
    return extract_text(io.BytesIO(pdf))


def pypdf_(pdf):
    return "\n".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages)


READERS = {
    "poppler": poppler,
    "PDFium": pdfium,
    "MuPDF": mupdf,
    "pdfminer.six": pdfminer,
    "pypdf": pypdf_,
}


def read(reader, pdf):
    return plain(READERS[reader](pdf))
