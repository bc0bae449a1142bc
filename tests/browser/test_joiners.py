"""Row 11: zero width non-joiners are the same in a source, on its page and in its PDF."""

import re

import pytest

from toolkit.resources import SAMPLES

pytestmark = pytest.mark.browser

JOINED = re.compile(r"\w+(?:\u200c\w+)+")


def source(name):
    """Return the words with a non-joiner in the body of a sample."""
    _, _, body = (SAMPLES / f"{name}.md").read_text("utf-8").split("---\n", 2)
    return set(JOINED.findall(body))


@pytest.mark.parametrize("name", ["water-report.fa", "water-report.fa-AF", "harvest-data.fa"])
def test_on_the_page(site, page, name):
    page.goto(f"file://{site}/{name}.html")
    words = set(JOINED.findall(page.evaluate("document.body.innerHTML")))
    assert len(source(name)) > 40
    assert source(name) - words == set()


def test_in_the_pdf(renderer_for, samples, extracted):
    words = set(JOINED.findall(extracted(renderer_for("fa").pdf(samples["water-report"]))))
    assert source("water-report.fa") - words == set()


def test_a_word_that_lost_its_joiner_is_missed(site, page):
    page.goto(f"file://{site}/water-report.fa.html")
    page.evaluate("document.body.innerHTML = document.body.innerHTML.replaceAll('\u200c', '')")
    assert not source("water-report.fa") & set(
        JOINED.findall(page.evaluate("document.body.innerHTML"))
    )
