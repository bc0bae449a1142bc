"""HTML of a developer's own as PDF."""

import base64
import io
import re
from concurrent.futures import ThreadPoolExecutor

import page
import pikepdf
import pytest
from PIL import Image

import toolkit
from toolkit.errors import MissingLibraryError, RenderError
from toolkit.render.pdf import engine
from toolkit.resources import FONTS

PRESENTATION_FORMS = re.compile("[\ufb50-\ufd3d\ufd40-\ufdfb\ufdfd-\ufdff\ufe70-\ufefe]")


def document(body, lang="fa", direction="rtl", head="<title>آب</title>"):
    return f'<!doctype html><html lang="{lang}" dir="{direction}"><head>{head}</head><body>{body}'


def png():
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "PNG")
    return base64.b64encode(out.getvalue()).decode()


def test_a_data_picture_is_embedded(opened):
    body = f'<p><img alt="سرخ" src="data:image/png;base64,{png()}"></p>'
    pdf = opened(toolkit.write_pdf(document(body)))
    assert len(pdf.pages[0].get_images()) == 1


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "http://127.0.0.1:1/a.png", "https://example.org/a.css", "../x.png"],
)
def test_nothing_is_fetched(address):
    findings = []
    body = f'<link rel="stylesheet" href="{address}"><p>آب <img alt="" src="{address}"></p>'
    assert toolkit.write_pdf(document(body), report=findings.append).startswith(b"%PDF")
    assert {found.code for found in findings} == {"fetch-refused"}


def test_without_a_language_there_is_a_warning():
    findings = []
    data = toolkit.write_pdf("<title>آب</title><p>آب</p>", report=findings.append)
    assert [found.code for found in findings] == ["document-language"]
    assert data.startswith(b"%PDF")


def test_an_empty_document_is_refused():
    with pytest.raises(RenderError, match="no content"):
        toolkit.write_pdf("")


def test_an_unknown_profile_is_refused():
    with pytest.raises(RenderError, match="press"):
        toolkit.write_pdf(document("<p>آب</p>"), profile="press")


def test_missing_pango_says_what_to_install(monkeypatch):
    engine.load_weasyprint.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", _Broken())
    try:
        with pytest.raises(MissingLibraryError, match="apt install libpango"):
            toolkit.write_pdf(document("<p>آب</p>"))
    finally:
        engine.load_weasyprint.cache_clear()


class _Broken:
    def __getattr__(self, name):
        raise OSError("cannot load library 'libpango-1.0-0'")


def test_authors_fonts_and_sizes_win_over_the_defaults(opened):
    style = "@page { size: 100mm 100mm } html { font: 9pt 'Toolkit Sans' }"
    head = f"<title>x</title><style>{style}</style>"
    pdf = opened(toolkit.write_pdf(document("<p>Hello</p>", "en", "ltr", head)))
    assert float(pdf.pages[0].mediabox[2]) == pytest.approx(283.46, abs=0.1)
    assert any("Toolkit-Sans" in name for name in fonts(pdf))


def fonts(pdf):
    return [str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()]


def test_threads_share_the_engine():
    bodies = [f"<p>متن {number} Hello <b>World</b></p>" for number in range(6)]
    alone = [toolkit.write_pdf(document(body)) for body in bodies]
    with ThreadPoolExecutor(3) as threads:
        together = list(threads.map(lambda body: toolkit.write_pdf(document(body)), bodies))
    assert together == alone


def test_the_documents_direction_binds_it(opened):
    for lang, direction, bound in (("fa", "rtl", "/R2L"), ("en", "ltr", "/L2R")):
        pdf = opened(toolkit.write_pdf(document("<p>آب</p>", lang, direction)))
        assert pdf.Root.ViewerPreferences.Direction == bound
        assert pdf.Root.Lang == lang


def test_page_labels_have_the_locales_digits(opened):
    body = "<p>۱</p>" + '<p style="break-before: page">۲</p>' * 11
    pdf = opened(toolkit.write_pdf(document(body)))
    assert [page.label for page in pdf.pages] == [*"۱۲۳۴۵۶۷۸۹", "۱۰", "۱۱", "۱۲"]
    pdf = opened(toolkit.write_pdf(document(body, "en", "ltr")))
    assert pdf.pages[11].label == "12"


def test_a_link_with_markup_inside_is_one_annotation(opened):
    body = '<p>متن <a href="https://example.org/">The <b>New</b> <i>River</i></a> متن</p>'
    data = toolkit.write_pdf(document(body))
    pdf = opened(data)
    assert len(pdf.pages[0].Annots) == 1
    assert page.is_pdf_compliant_bytes(data, profile="ua1")


def test_drafts_are_untagged(opened):
    data = toolkit.write_pdf(document("<p>آب</p>"), profile="draft")
    pdf = opened(data)
    assert pikepdf.Name.StructTreeRoot not in pdf.Root


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 400 + "x",
        "<style>@color-profile device-cmyk { src: url(file:///x) }</style><p>x",
        "<p style='font-size: 1e30pt; letter-spacing: -1e10pt'>x",
    ],
)
def test_what_cannot_be_set_is_one_clear_error(html):
    with pytest.raises(RenderError, match="cannot be set"):
        toolkit.write_pdf(document(html), report=lambda _finding: None)


def test_a_documents_own_fonts_do_not_reach_the_next_one():
    plain = document("<p style='font-family: Evil, serif'>hello سلام</p><p>متن</p>")
    before = toolkit.write_pdf(plain)
    font = base64.b64encode((FONTS / "pdf" / "verse-400.ttf").read_bytes()).decode()
    faces = "".join(
        f"@font-face {{ font-family: '{name}'; src: url(data:font/ttf;base64,{font}) }}"
        for name in ("Evil", "Toolkit Naskh")
    )
    toolkit.write_pdf(document("<p>متن</p>", head=f"<title>x</title><style>{faces}</style>"))
    assert toolkit.write_pdf(plain) == before


def test_a_style_sheet_that_is_refused_something_says_so_each_time():
    for _time in range(2):
        findings = []
        toolkit.write_pdf(
            document("<p>آب</p>"),
            stylesheets=["@import 'https://example.org/a.css';"],
            report=findings.append,
        )
        assert [found.code for found in findings] == ["fetch-refused"]
