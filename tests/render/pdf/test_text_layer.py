"""The text that readers get back from a PDF, against the text that went in."""

import io
import re
import subprocess
import tomllib
import unicodedata
from collections import Counter
from functools import partial
from pathlib import Path

import page
import pikepdf
import pypdfium2
import pytest
from lxml import html as lxml_html
from PIL import Image, ImageChops

import toolkit
from toolkit.render.pdf import document as document_module
from toolkit.render.pdf.document import set_tree

CORPUS = tomllib.loads((Path(__file__).parent / "data" / "text_layer.toml").read_text("utf-8"))
STYLE = "p { text-align: justify; line-height: 1.9 } [lang=en] { font-family: Toolkit Serif }"
PRESENTATION_FORMS = re.compile("[\ufb50-\ufd3d\ufd40-\ufdfb\ufdfd-\ufdff\ufe70-\ufefe]")
ZWNJ, ZWJ = "\u200c", "\u200d"

# Marks that readers add or keep, to order text of two directions; they are not part of it.
CONTROLS = dict.fromkeys(map(ord, "\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"))


def document(*paragraphs, lang="fa", direction="rtl", style=STYLE):
    head = f"<title>متن</title><style>{style}</style>"
    body = "".join(paragraphs)
    return f'<!doctype html><html lang="{lang}" dir="{direction}"><head>{head}</head><body>{body}'


def paragraph(lang, html):
    direction = "ltr" if lang == "en" else "rtl"
    return f'<p lang="{lang}" dir="{direction}">{html}</p>'


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


def recall(wanted, found):
    """Share of what was wanted that was found, in percent; what is missing is printed."""
    print("missing:", *(wanted - found).elements(), "| instead:", *(found - wanted).elements())
    return 100 * (wanted & found).total() / wanted.total()


def poppler(pdf):
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


def pdfium(pdf):
    pages = pypdfium2.PdfDocument(pdf)
    return "\n".join(sheet.get_textpage().get_text_range() for sheet in pages)


READERS = {"poppler": poppler, "PDFium": pdfium}


def read(reader, pdf):
    return plain(READERS[reader](pdf))


@pytest.fixture(scope="module")
def corpus():
    """A document of all paragraphs: its HTML and its PDF."""
    # Poppler reads all lines of a page in the direction that most letters on it have.
    english = [each for each in CORPUS["paragraph"] if each["lang"] == "en"]
    others = [each for each in CORPUS["paragraph"] if each["lang"] != "en"]
    style = STYLE + "hr { break-before: page }"
    html = document(
        *(paragraph(**each) for each in others),
        "<hr>",
        *(paragraph(**each) for each in english),
        style=style,
    )
    return html, toolkit.write_pdf(html)


@pytest.mark.parametrize(("reader", "floor"), [("poppler", 97), ("PDFium", 90)])
def test_readers_find_the_words(corpus, reader, floor):
    html, pdf = corpus
    assert recall(words(source(html)), words(read(reader, pdf))) >= floor


@pytest.mark.parametrize(("reader", "floor"), [("poppler", 100), ("PDFium", 97)])
def test_readers_find_the_non_joiners(corpus, reader, floor):
    html, pdf = corpus
    assert recall(joints(source(html)), joints(read(reader, pdf))) >= floor


@pytest.mark.parametrize("reader", READERS)
def test_no_form_of_a_letter_and_no_joiner_of_the_layout_is_read(corpus, reader):
    text = READERS[reader](corpus[1])
    assert not PRESENTATION_FORMS.findall(text)
    assert ZWJ not in text


def test_stock_text_is_far_worse(corpus):
    html, _ = corpus
    pdf = toolkit.write_pdf(html, text_layer="stock")
    assert recall(words(source(html)), words(read("poppler", pdf))) < 75


def test_the_pdf_is_accessible_and_well_formed(corpus):
    verdict = page.validate_pdf_bytes(corpus[1], profile="ua1")
    assert "no failures" in str(verdict), verdict
    with pikepdf.open(io.BytesIO(corpus[1])) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_the_same_input_gives_the_same_bytes(corpus):
    html, pdf = corpus
    assert toolkit.write_pdf(html) == pdf


def test_the_file_grows_little(corpus):
    html, pdf = corpus
    assert len(pdf) <= 1.4 * len(toolkit.write_pdf(html, text_layer="stock"))


def test_english_is_written_as_ever():
    html = document(
        paragraph("en", "Its <b>efficient</b> offices — “affine flows” — cost €150 (38%)."),
        lang="en",
        direction="ltr",
    )
    assert toolkit.write_pdf(html) == toolkit.write_pdf(html, text_layer="stock")


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fa", "ولایت لالایی سلام بالا"),
        ("fa", "علي و علی، كتاب و کتاب"),
        ("fa", "تازهٔ خانهٔ شمارهٔ نخست"),
        ("fa", "معلّمِ اوّل مدرسه"),
        ("fa", "می‌خواهم نمی‌گویم"),
        ("fa", "۲۵ آبان ۱۴۰۴ ساعت ۱۰:۳۰"),
        ("ps", "ښوونځي پرانیستي وي او زده‌کوونکي کتابونه اخلي"),
        ("ar", "لله الحمد في الطلاب"),
        ("ur", "حکومت نے کہا ہے"),
    ],
)
def test_every_letter_comes_back(reader, lang, text):
    # PDFium takes a page with one line as written from top to bottom.
    pdf = toolkit.write_pdf(document(paragraph(lang, text), paragraph(lang, text)))
    assert read(reader, pdf) == f"{text} {text}"


@pytest.mark.parametrize(
    "html",
    [
        "کتاب<b>خانه</b> و می<em>‌خواهم</em>",
        "<b>دستور</b> <em>کار</em> <b>نخست</b>",
        "سازمان <b>WHO</b> در <i>Geneva</i> است",
        "بخش ۲-۳ و شمارهٔ ۷۸۱-۲۰ و ۳۰٪ آن",
        "زبان <span dir=ltr>C++</span> و <span dir=ltr>.NET</span> و <code>f(x)</code> است",
        "نشانی https://example.org/fa/1 در ایران و در افغانستان است و می‌ماند",
        "<span style='letter-spacing: 0.1em'>دور از هم</span>",
        "<ul><li>یک</li><li>دو</li></ul>",
        "<table><tr><th>نام</th><td>کابل</td></tr></table>",
        "صفحهٔ <span style='display: inline-block'>۱</span> از ۴",
    ],
)
def test_poppler_reads_words_across_markup(html):
    whole = document(paragraph("fa", html))
    found = words(read("poppler", toolkit.write_pdf(whole)))
    assert recall(words(source(whole)), found) == 100


def test_persian_words_in_an_english_page_come_back():
    whole = document(
        paragraph(
            "en", 'The word <i lang="fa" dir="rtl">روزنامه</i> (newspaper) and «آب» survive.'
        ),
        paragraph(
            "en", "The office (دفتر مرکزی) opens at 08:30, the form گواهی‌نامه costs 150 AFN."
        ),
        lang="en",
        direction="ltr",
    )
    found = words(read("poppler", toolkit.write_pdf(whole)))
    assert recall(words(source(whole)), found) == 100


def test_running_headers_footnotes_and_counters_come_back():
    style = """
    @page { @top-center { content: element(head) } }
    @page { @bottom-center { content: counter(page, persian) } }
    .head { position: running(head) } .note { float: footnote }
    .note::footnote-call, .note::footnote-marker { content: counter(footnote, persian) }
    """
    html = document(
        '<p class="head">پیک راه نمک</p>',
        '<p>متن اصلی<span class="note" dir="rtl">پانوشت کوتاه</span> اینجاست.</p>',
        style=style,
    )
    found = read("poppler", toolkit.write_pdf(html, profile="draft"))
    for wanted in ("پیک راه نمک", "متن اصلی", "پانوشت کوتاه", "اینجاست.", "۱"):
        assert wanted in found


def test_the_pages_look_as_stock_draws_them(tmp_path):
    html = document(
        *(paragraph(**each) for each in CORPUS["paragraph"]),
        style=STYLE + "@page { size: A4; margin: 20mm }",
    )
    assert_alike(tmp_path, lambda kind: toolkit.write_pdf(html, text_layer=kind))


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["en", "fa", "fa-AF", "ps"])
def test_the_samples_look_as_stock_draws_them(tmp_path, monkeypatch, samples, renderer_for, tag):
    for article in samples.values():
        folder = tmp_path / article.id
        folder.mkdir()

        def draw(kind, article=article):
            with monkeypatch.context() as patch:
                patch.setattr(document_module, "set_tree", partial(set_tree, text_layer=kind))
                return renderer_for(tag).pdf(article)

        assert_alike(folder, draw)


def assert_alike(folder, draw):
    """Fail if a page at 150 dpi differs from stock WeasyPrint's in one pixel of 2,000."""
    searchable, stock = (_drawn(draw(kind), folder / kind) for kind in ("searchable", "stock"))
    for number, pages in enumerate(zip(searchable, stock, strict=True), 1):
        histogram = ImageChops.difference(*map(Image.open, pages)).histogram()
        different = 100 * sum(histogram[1:]) / sum(histogram)
        assert different < 0.05, f"page {number}: {different:.3f} % of the pixels differ"


def _drawn(pdf, path):
    command = ["pdftoppm", "-r", "150", "-gray", "-", str(path)]
    subprocess.run(command, input=pdf, check=True)
    return sorted(path.parent.glob(f"{path.name}-*.pgm"))


def test_a_character_that_no_font_has_harms_nothing():
    pdf = toolkit.write_pdf(document(paragraph("fa", "متن \ue123 فارسی است")), profile="draft")
    assert words(read("poppler", pdf)) == words("متن \ue123 فارسی است")
