"""The text layer's hold on WeasyPrint: what it replaces, and what it does where that changed."""

import pytest
import weasyprint.draw
import weasyprint.draw.text
import weasyprint.pdf
import weasyprint.pdf.fonts

import toolkit
from toolkit.render.pdf import text_layer as package
from toolkit.render.pdf.text_layer import guard, text_layer

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


@pytest.mark.parametrize("name", guard.known_digests())
def test_weasyprint_is_the_one_this_was_written_against(name):
    assert guard.digest(name) == guard.known_digests()[name], f"{name} has changed: read it again"


@pytest.mark.parametrize(
    "name",
    ["weasyprint.draw:gone", "weasyprint.gone:draw", "builtins:len", "weasyprint.draw:gone.gone"],
)
def test_a_missing_internal_has_no_digest(name):
    assert guard.digest(name) == ""


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


def test_an_unknown_weasyprint_is_left_alone_with_a_warning(monkeypatch):
    guard.changed_internals.cache_clear()
    known = {**guard.known_digests(), "weasyprint.draw:draw_text": "0"}
    monkeypatch.setattr(guard, "known_digests", lambda: known)
    findings = []
    try:
        pdf = toolkit.write_pdf(HTML, report=findings.append)
    finally:
        guard.changed_internals.cache_clear()
    assert [(found.code, found.severity) for found in findings] == [("text-layer-stock", "warning")]
    assert pdf == toolkit.write_pdf(HTML, text_layer="stock")


def test_the_package_names_what_it_offers():
    assert set(package.__all__) == {"TextLayer", "text_layer"}
