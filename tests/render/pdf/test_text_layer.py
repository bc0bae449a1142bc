"""The text that readers get back from a PDF, against the text that went in."""

import io
import re
import subprocess
from functools import partial

import page
import pikepdf
import pytest
from PIL import Image, ImageChops

import toolkit
from tests.render.pdf.reading import (
    CORPUS,
    READERS,
    STYLE,
    corpus_document,
    document,
    joints,
    paragraph,
    read,
    share,
    source,
    words,
)
from toolkit.render.fonts import faces
from toolkit.render.pdf import document as document_module
from toolkit.render.pdf.document import set_tree

PRESENTATION_FORMS = re.compile("[\ufb50-\ufd3d\ufd40-\ufdfb\ufdfd-\ufdff\ufe70-\ufefe]")
ZWJ = "\u200d"
FAMILIES = sorted({face.family for face in faces("pdf")})
FLOORS = {
    "poppler": (95, 100),
    "PDFium": (88.5, 100),
    "MuPDF": (98, 100),
    "pdfminer.six": (97.5, 100),
    "pypdf": (98.5, 100),
}
"""Least shares of words and of U+200C that each reader finds, in percent."""

COPYING = ("poppler", "PDFium")
"""The readers that put right-to-left lines into logical order by themselves."""


def recall(wanted, found):
    """Share of what was wanted that was found, in percent; what is missing is printed."""
    print("missing:", *(wanted - found).elements(), "| instead:", *(found - wanted).elements())
    return share(wanted, found)


@pytest.fixture(scope="module")
def corpus():
    """A document of all paragraphs: its HTML and its PDF."""
    html = corpus_document()
    return html, toolkit.write_pdf(html)


@pytest.fixture(scope="module", params=FAMILIES)
def set_in(request):
    """The same in each bundled font."""
    html = corpus_document(f"* {{ font-family: {request.param} !important }}")
    return html, toolkit.write_pdf(html)


def test_the_corpus_is_broad():
    assert len(CORPUS["paragraph"]) >= 30
    assert {each["lang"] for each in CORPUS["paragraph"]} == {"fa", "fa-AF", "ps", "ar", "ur", "en"}


@pytest.mark.parametrize("reader", READERS)
def test_readers_find_words_and_non_joiners_in_every_font(set_in, reader):
    html, pdf = set_in
    wanted, found = source(html), read(reader, pdf)
    least_words, least_joints = FLOORS[reader]
    assert recall(words(wanted), words(found)) >= least_words
    assert recall(joints(wanted), joints(found)) >= least_joints


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


@pytest.mark.parametrize("reader", COPYING)
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
