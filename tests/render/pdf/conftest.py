"""PDFs of the sample articles, and what readers make of them."""

import io

import pikepdf
import pytest


@pytest.fixture(scope="session")
def sample_pdf(renderer_for, samples):
    """Return a function of id and locale that gives the PDF's bytes."""
    made = {}

    def pdf(name, locale):
        if (name, locale) not in made:
            made[name, locale] = renderer_for(locale).pdf(samples[name])
        return made[name, locale]

    return pdf


@pytest.fixture(scope="session")
def opened():
    """Return a function that opens a PDF's bytes with pikepdf."""
    return lambda data: pikepdf.open(io.BytesIO(data))
