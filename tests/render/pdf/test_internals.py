"""The hold on WeasyPrint: what is replaced, and what is done where that changed."""

import pytest
import weasyprint.draw
import weasyprint.draw.text
import weasyprint.pdf
import weasyprint.pdf.fonts

import toolkit
from toolkit.render.pdf import internals, justification, png_pixels, tags
from toolkit.render.pdf import text_layer as text
from toolkit.render.pdf.tags import structure
from toolkit.render.pdf.text_layer import text_layer

HTML = '<!doctype html><html lang="fa" dir="rtl"><title>آب</title><p>ولایت‌های آب</p>'


def installed():
    fonts = weasyprint.pdf.fonts
    return (
        weasyprint.draw.draw_inline_level,
        weasyprint.draw.text.draw_first_line,
        fonts.Font.clean,
        fonts._build_vector_font_dictionary,
        weasyprint.pdf.build_fonts_dictionary,
    )


FILES = {"tags-stock": structure.INTERNALS, "text-layer-stock": text.INTERNALS}
KNOWN = [
    (file, name)
    for file in (*FILES.values(), justification.INTERNALS, png_pixels.INTERNALS)
    for name in internals.known_digests(file)
]


@pytest.mark.parametrize(("file", "name"), KNOWN)
def test_weasyprint_is_the_one_this_was_written_against(file, name):
    known = internals.known_digests(file)[name]
    assert internals.digest(name) == known, f"{name} has changed: read it again"


@pytest.mark.parametrize(
    "name",
    ["weasyprint.draw:gone", "weasyprint.gone:draw", "builtins:len", "weasyprint.draw:gone.gone"],
)
def test_a_missing_internal_has_no_digest(name):
    assert internals.digest(name) == ""


def test_functions_are_replaced_only_within():
    before = installed()
    with text_layer("searchable"):
        assert not set(before) & set(installed())
    assert installed() == before


def test_functions_are_put_back_after_an_error():
    before = installed()
    with pytest.raises(ZeroDivisionError), text_layer("searchable"):
        raise ZeroDivisionError
    assert installed() == before


def test_stock_replaces_nothing():
    before = installed()
    with text_layer("stock"):
        assert installed() == before


@pytest.mark.parametrize("code", FILES)
def test_an_unknown_weasyprint_is_left_alone_with_a_warning(monkeypatch, code):
    stock = internals.known_digests
    extra = {FILES[code]: {"weasyprint.draw:draw_text": "0"}}
    internals.changed_internals.cache_clear()
    findings = []
    with monkeypatch.context() as patch:
        patch.setattr(
            internals, "known_digests", lambda file: {**stock(file), **extra.get(file, {})}
        )
        pdf = toolkit.write_pdf(HTML, report=findings.append)
    internals.changed_internals.cache_clear()
    assert [(found.code, found.severity) for found in findings] == [(code, "warning")]
    assert pdf != toolkit.write_pdf(HTML)


def test_the_packages_name_what_they_offer():
    assert set(text.__all__) == {"INTERNALS", "TextLayer", "text_layer", "text_layer_named"}
    assert set(tags.__all__) == {"Structure", "tagged"}
