"""Fonts that a user brings: each kind of outlines, searchable, or stock with a word about it."""

import base64
import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

import toolkit
from tests.render.pdf import squares
from toolkit.errors import RenderError
from toolkit.render.pdf.text_layer import character_ids
from toolkit.render.pdf.text_layer.outlines import as_truetype

TEXT = "با سا\u200cبا"
KINDS = ("TrueType", "PostScript", "variable TrueType", "variable PostScript")
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


def with_font(content, text, style=""):
    # A family of its own: the engine keeps the fonts of all documents.
    family = f"Squares-{len(content)}"
    url = "data:font/otf;base64," + base64.b64encode(content).decode()
    face = f"@font-face {{ font-family: {family}; src: url({url}) }}"
    style = f"{face} p {{ font-family: {family}; {style} }}"
    head = f"<title>آب</title><style>{style}</style>"
    return f'<!doctype html><html lang="fa" dir="rtl"><head>{head}</head><p>{text}</p>'


def read(pdf):
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    text = done.stdout.decode()
    return "".join(c for c in text if c not in "\u200e\u200f\u202a\u202b\u202c\f").strip()


def embedded(opened, pdf):
    """The font file in a PDF that has one."""
    with opened(pdf) as found:
        dictionaries = [each for each in found.objects if isinstance(each, pikepdf.Dictionary)]
        (file,) = {each.FontFile2.read_bytes() for each in dictionaries if "/FontFile2" in each}
    return TTFont(io.BytesIO(file))


def width(font, number):
    glyphs = font.getGlyphSet()
    pen = BoundsPen(glyphs)
    glyphs[font.getGlyphName(number)].draw(pen)
    return pen.bounds[2] - pen.bounds[0] if pen.bounds else 0


@pytest.mark.parametrize(
    ("kind", "upem"), [*((kind, 1000) for kind in KINDS), ("TrueType", 893), ("PostScript", 2048)]
)
def test_a_users_font_is_searchable(kind, upem):
    findings = []
    html = with_font(squares.font(kind, upem=upem), TEXT)
    assert read(toolkit.write_pdf(html, report=findings.append)) == TEXT
    assert findings == []


@pytest.mark.skipif(not DEJAVU.is_file(), reason="DejaVu Sans is not installed")
def test_a_font_of_the_system_is_searchable():
    text = "ولایت‌های شمالی، شمارهٔ ۱۲"
    assert read(toolkit.write_pdf(with_font(DEJAVU.read_bytes(), text))) == text


@pytest.mark.parametrize("kind", KINDS)
def test_glyphs_keep_their_outlines(opened, kind):
    font = embedded(opened, toolkit.write_pdf(with_font(squares.font(kind), "با سا")))
    wanted = {"alef": 450, "beh": 550, "seen": 650}
    numbers = {name: squares.NAMES.index(name) for name in wanted}
    assert {name: width(font, numbers[name]) for name in wanted} == wanted
    assert {font["hmtx"][font.getGlyphName(number)][0] for number in numbers.values()} == {600}


def test_a_variable_font_is_as_bold_as_asked(opened):
    html = with_font(squares.font("variable TrueType"), "با سا", "font-weight: 900")
    font = embedded(opened, toolkit.write_pdf(html))
    assert width(font, squares.NAMES.index("alef")) == 450 + squares.GROWTH


def test_a_variable_postscript_font_shows_left_to_right_text_too():
    html = with_font(squares.font("variable PostScript"), " ").replace("rtl", "ltr")
    read(toolkit.write_pdf(html))  # poppler says so where it cannot read the font


def test_only_what_is_shown_is_kept_and_the_date_too():
    content = squares.font("PostScript")
    font = TTFont(io.BytesIO(as_truetype(content, 0, {0, 3}, {})))
    assert [width(font, number) for number in range(4)] == [250, 0, 0, 550]
    assert len(font.getGlyphOrder()) == 4
    assert font["head"].modified == TTFont(io.BytesIO(content))["head"].modified


def test_a_font_of_pictures_stays_stock_with_a_warning():
    findings = []
    html = with_font(squares.with_picture(squares.font()), "با سا")
    pdf = toolkit.write_pdf(html, report=findings.append)
    (found,) = findings
    assert (found.code, found.severity) == ("text-layer-stock", "warning")
    assert "pictures" in found.reason
    assert found.excerpt.startswith("Squares")
    # Not the bytes: WeasyPrint dates a font that it takes pictures out of.
    assert read(pdf) == read(toolkit.write_pdf(html, text_layer="stock"))


def test_a_font_without_room_stays_stock_with_a_warning(monkeypatch):
    findings = []
    monkeypatch.setattr(character_ids, "_LAST", 1)
    toolkit.write_pdf(with_font(squares.font(upem=1001), "با سا"), report=findings.append)
    (found,) = findings
    assert found.code == "text-layer-stock"
    assert "too many characters" in found.reason
    assert found.excerpt.startswith("Squares")


def test_a_damaged_postscript_font_is_named(monkeypatch):
    monkeypatch.setattr("toolkit.render.pdf.text_layer.fonts.as_truetype", lambda *_: 1 / 0)
    with pytest.raises(RenderError, match=r"outlines cannot be read.*Squares"):
        toolkit.write_pdf(with_font(squares.font("PostScript"), "با سا"))
