"""The fonts at work: in WeasyPrint, and in Chromium."""

import io
import re
from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML

from toolkit.render.fonts import faces, families, font_face_css

FA = (
    "گزارش UNESCO دربارهٔ <b>مدرسه‌های Herat</b> و «حقوق» (۴۵٪) "
    "\u2068PDF\u2069 → H₂O، ۲۱ آبان ۱۴۰۵ و ۵ ؋"
)
EN = "The report by <span lang=fa dir=rtl>سازمان ملل متحد</span> on <i>schools</i>, <b>45%</b> ≥ ²."


def paragraph(text, lang, role):
    direction = "ltr" if lang == "en" else "rtl"
    style = f"font-family: {families(role, lang)}".replace('"', "&quot;")
    return f'<p lang="{lang}" dir="{direction}" style="{style}">{text}</p>'


def document(medium, *paragraphs):
    sheet = font_face_css(medium, lambda face: face.file.as_uri())
    style = f"{sheet} p {{ font-size: 20px; line-height: 1.7; margin: 0 }}"
    return f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style>{''.join(paragraphs)}"


def embedded(html):
    with pikepdf.open(io.BytesIO(HTML(string=html).write_pdf())) as pdf:
        names = [str(item.FontName) for item in pdf.objects if "/FontFile2" in item]
    return sorted(re.sub(r"^/[A-Z]{6}\+", "", name) for name in names)


def test_weasyprint_embeds_each_family_once_and_no_other():
    html = document("pdf", paragraph(FA, "fa", "text"), paragraph(EN, "en", "text"))
    assert embedded(html) == [
        "Toolkit-Naskh",
        "Toolkit-Naskh-Bold",
        "Toolkit-Serif",
        "Toolkit-Serif-Bold",
        "Toolkit-Serif-Italic",
    ]


def test_weasyprint_finds_all_signs_of_a_label_in_the_sans():
    html = document("pdf", paragraph(FA, "fa-AF", "label"), paragraph(EN, "en", "heading"))
    assert embedded(html) == [
        "Toolkit-Sans",
        "Toolkit-Sans-Arabic",
        "Toolkit-Sans-Arabic-Bold",
        "Toolkit-Sans-Bold",
        "Toolkit-Sans-Italic",
    ]


@pytest.fixture
def page(browser, tmp_path):
    """Load a page and return its tab; ``tab.loaded`` are the names of the files it read."""
    tab = browser.new_page()
    tab.loaded = []
    tab.on("requestfinished", lambda request: tab.loaded.append(Path(request.url).name))

    def load(html):
        file = tmp_path / "page.html"
        file.write_text(html, "utf-8")
        tab.goto(file.as_uri())
        tab.evaluate("document.fonts.ready")
        return tab

    yield load
    tab.close()


def fonts_of(tab, selector):
    """Return the families that drew an element (https://chromedevtools.github.io/devtools-protocol)."""
    session = tab.context.new_cdp_session(tab)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return {font["familyName"] for font in found}


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["fa", "en"])
def test_chromium_draws_every_character_with_our_fonts(page, lang):
    controls = "\u200e\u200f\u2066\u2069\u061c\u200b\u2060"
    tab = page(document("web", paragraph(f"{FA} {EN} {controls}", lang, "text")))
    assert fonts_of(tab, "p") == {"Toolkit Naskh", "Toolkit Serif"}


@pytest.mark.browser
@pytest.mark.parametrize("role", ["text", "heading", "code"])
def test_a_word_in_the_other_script_moves_no_line(page, role):
    def height(*paragraphs):
        tab = page(document("web", *paragraphs))
        return tab.evaluate("document.querySelector('p').getBoundingClientRect().height")

    style = f"font-family: {families(role, 'en')}".replace('"', "&quot;")
    mixed = f'متن <span lang="en" dir="ltr" style="{style}">Herat</span> متن'
    assert height(paragraph(mixed, "fa", role)) == height(paragraph("متن", "fa", role))


@pytest.mark.browser
@pytest.mark.parametrize(
    ("lang", "label", "text", "limit"),
    [
        ("fa", "مریم کریمی، UNESCO", "گزارش Human Rights Watch دربارهٔ هرات", 110_000),
        ("en", "By Maryam Karimi", "The <i>schools</i> of <b>Herat</b>", 90_000),
    ],
    ids=["fa", "en"],
)
def test_the_first_view_loads_few_fonts(page, lang, label, text, limit):
    heading = paragraph("<b>هرات</b>" if lang == "fa" else "<b>Herat</b>", lang, "heading")
    body = paragraph(label, lang, "label") + paragraph(text, lang, "text")
    loaded = page(document("web", heading, body)).loaded
    sizes = {
        face.file.name: face.file.stat().st_size
        for face in faces("web")
        if face.file.name in loaded
    }
    assert len(sizes) == 5, sizes
    assert sum(sizes.values()) < limit, sizes
