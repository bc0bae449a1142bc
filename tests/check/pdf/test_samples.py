"""The PDFs that the toolkit makes pass its own check."""

import pytest

from tests.conftest import LOCALES
from toolkit.check.pdf.examine import examine
from toolkit.resources import SAMPLES

SOURCES = [
    "water-report.fa.md",
    "water-report.ps.md",
    "harvest-data.en.md",
    "radio-archive.en.md",
]


@pytest.mark.parametrize("source", SOURCES)
def test_nothing_is_found(good_pdf, source):
    name, locale, _ = source.split(".")
    found = examine(good_pdf(name, locale), SAMPLES / source).diagnostics
    assert [str(one) for one in found] == []


@pytest.mark.slow
@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_found_in_any_sample(good_pdf, samples, locale):
    found = [examine(good_pdf(name, locale)).diagnostics for name in samples]
    assert [str(one) for diagnostics in found for one in diagnostics] == []
