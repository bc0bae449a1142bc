"""PDFs to check."""

import pikepdf
import pytest


@pytest.fixture(scope="session")
def good_pdf(renderer_for, samples, tmp_path_factory):
    """A function of id and locale that gives the path of a sample's PDF."""
    folder = tmp_path_factory.mktemp("good")

    def path(name, locale):
        file = folder / f"{name}.{locale}.pdf"
        if not file.exists():
            file.write_bytes(renderer_for(locale).pdf(samples[name]))
        return file

    return path


@pytest.fixture
def blank(tmp_path):
    """A function that makes a PDF of blank pages, changed by a function, and gives its path."""

    def make(change=lambda pdf: None, pages=1, **options):
        pdf = pikepdf.new()
        for _ in range(pages):
            pdf.add_blank_page()
        change(pdf)
        file = tmp_path / "blank.pdf"
        pdf.save(file, **options)
        return file

    return make
