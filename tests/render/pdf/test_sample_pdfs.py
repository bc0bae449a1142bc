"""Every sample article as a PDF in every language."""

import re

import page
import pytest

from tests.browser.test_pages import STEMS
from tests.conftest import LOCALES
from tests.render.pdf.test_document import PRESENTATION_FORMS
from toolkit.language import Labels, Locale

SAMPLES = [(name, locale) for name in STEMS for locale in LOCALES]


@pytest.mark.parametrize(("name", "locale"), SAMPLES)
def test_it_is_valid_pdf_ua_1(sample_pdf, name, locale):
    report = page.validate_pdf_bytes(sample_pdf(name, locale), profile="ua1")
    assert [line for line in str(report).splitlines() if line.startswith("[")] == []


@pytest.mark.parametrize(("name", "locale"), SAMPLES)
def test_no_presentation_form_can_be_extracted(sample_pdf, extracted, name, locale):
    assert PRESENTATION_FORMS.findall(extracted(sample_pdf(name, locale))) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_its_metadata_are_the_articles(sample_pdf, opened, samples, locale):
    pdf = opened(sample_pdf("water-report", locale))
    assert pdf.docinfo["/Title"] == samples["water-report"].title[locale]
    assert pdf.Root.Lang == locale
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261116")
    assert pdf.Root.ViewerPreferences.Direction == (
        "/L2R" if Locale.parse(locale).direction == "ltr" else "/R2L"
    )
    headline = pdf.open_outline().root[0]
    assert headline.title.strip("\u200f") == samples["water-report"].title[locale]
    assert headline.children[-1].title == Labels(locale).text("news.latest")


@pytest.mark.parametrize("locale", LOCALES)
def test_margins_mirror_and_pages_are_numbered(sample_pdf, opened, extracted, locale):
    data = sample_pdf("water-report", locale)
    total = len(opened(data).pages)
    words = Labels(locale).text("pdf.page_of", page=1, total=total)
    assert re.sub(r"\W", "", words) in re.sub(r"\W", "", extracted(data))


def test_the_same_article_gives_the_same_bytes(renderer_for, samples, sample_pdf):
    again = renderer_for("fa").pdf(samples["harvest-data"])
    assert again == sample_pdf("harvest-data", "fa")


def test_letter_paper(renderer_for, samples, opened):
    pdf = opened(renderer_for("fa").pdf(samples["bridge-opening"], page_size="Letter"))
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [612, 792]
