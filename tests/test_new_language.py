"""A new language, added exactly as the documentation says."""

import re

import pikepdf
import pytest
from lxml import html

from tests.documentation import ROOT, run_examples

PAGE = ROOT / "docs/new-language.md"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """The folder of results."""
    folder = tmp_path_factory.mktemp("publication")
    for done in run_examples(PAGE, folder):
        assert done.returncode == 0, done.stderr
        assert "error: " not in done.stderr
    return folder / "out"


def page_of(out, name):
    return html.document_fromstring((out / name).read_text("utf-8"))


def test_its_page_is_in_its_direction_digits_and_words(out):
    page = page_of(out, "water.ckb.html")
    assert (page.get("lang"), page.get("dir")) == ("ckb", "rtl")
    dates = " ".join(page.find(".//p[@class='dates']").text_content().split())
    assert dates == "بڵاوکرایەوە: ١٦ی تشرینی دووەمی ٢٠٢٦ کاتی خوێندنەوە: ١ خولەک"
    assert page.findtext(".//p[@class='credit-line']/bdi") == "ئاسۆ کەریم"
    assert page.find(".//nav[@class='languages']").get("aria-label") == "زمان"


def test_the_language_switch_offers_it_on_every_page(out):
    for name in ("water.ckb", "water.en", "index.ckb", "index.en"):
        switch = page_of(out, f"{name}.html").find(".//nav[@class='languages']")
        links = [(link.get("lang"), link.get("dir"), link.text) for link in switch.iter("a")]
        assert links == [("ckb", "rtl", "کوردیی ناوەندی"), ("en", "ltr", "English")]


def test_its_front_page_lists_the_articles(out):
    page = page_of(out, "index.ckb.html")
    assert [title.text for title in page.xpath("//*[@class='card-title']/a")] == [
        "کارێزە کۆنەکان هێشتا ئاویان تێدایە",
        "New bridge opens",
    ]
    assert page.findtext(".//h2[@id='latest-heading']") == "دوایین هەواڵەکان"


def test_what_is_not_translated_is_marked(out):
    article = page_of(out, "bridge.ckb.html")
    assert article.findtext(".//h1[@lang='en']") == "New bridge opens"
    notice = article.find(".//p[@class='notice ui']").text_content()
    assert notice == "ئەم بابەتە بە کوردیی ناوەندی بەردەست نییە؛ بە ئینگلیزی پیشان دەدرێت."


def test_its_pdf_is_set_in_the_bundled_fonts(out, extracted):
    data = (out / "water.ckb.pdf").read_bytes()
    assert "پەڕەی١لە١" in re.sub(r"\W", "", extracted(data))
    with pikepdf.open(out / "water.ckb.pdf") as pdf:
        assert str(pdf.Root.Lang) == "ckb"
        fonts = {
            str(font.BaseFont)[1:].partition("+")[2]
            for page in pdf.pages
            for font in page.resources.Font.values()
        }
    assert {name for name in fonts if not name.startswith("Toolkit")} == set()


def test_its_text_is_there_too(out):
    assert "نووسینی ئاسۆ کەریم" in (out / "water.ckb.txt").read_text("utf-8")


def test_the_links_of_the_page_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", PAGE.read_text("utf-8"))
    assert [target for target in targets if not (PAGE.parent / target).exists()] == []
