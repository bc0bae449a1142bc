"""What the pass adds to the time of a PDF."""

import gc
import time

import lxml.html
import pytest
from markdown_it import MarkdownIt

from tests.conformance.set_lines import FACES
from tests.conformance.test_pdf_lines import FRONT_MATTER
from toolkit.direction import nest
from toolkit.resources import SAMPLES

STYLE = f"{FACES} @page {{ size: A4 }} body {{ font: 11pt/1.6 Arabic, Latin; text-align: justify }}"
ONE_DIRECTION = ("water-report.en.md", "harvest-data.en.md")
MIXED = ("open-source-kabul.fa-AF.md", "harvest-data.fa.md", "radio-archive.en.md")


def article(name):
    text = FRONT_MATTER.sub("", (SAMPLES / name).read_text(encoding="utf-8"))
    body = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    direction = "ltr" if ".en." in name else "rtl"
    return (
        f"<html dir={direction}><head><style>{STYLE}</style></head><body>{body * 3}</body></html>"
    )


def seconds(html, fonts, *, passes):
    from weasyprint import HTML

    gc.collect()  # or the debt of one round is paid in the next
    start = time.process_time()
    root = lxml.html.document_fromstring(html)
    if passes:
        nest(root)
    page = lxml.html.tostring(root, encoding="unicode", doctype="<!doctype html>")
    HTML(string=page).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1")
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "bound"), [*((name, 5) for name in ONE_DIRECTION), *((name, 30) for name in MIXED)]
)
def test_share_of_pdf_time(name, bound):
    from weasyprint.text.fonts import FontConfiguration

    fonts, html = FontConfiguration(), article(name)
    rounds = [[seconds(html, fonts, passes=passes) for passes in (False, True)] for _ in range(8)]
    stock, nested = (min(round_[i] for round_ in rounds[1:]) for i in (0, 1))
    print(
        f"{name}: {stock * 1000:.0f} ms, {nested * 1000:.0f} ms nested, {nested / stock - 1:+.1%}"
    )
    assert nested < stock * (1 + bound / 100)


@pytest.mark.slow
def test_a_long_paragraph_ends_in_bounded_time():
    words = "متن <b>abc, d</b> (۱۲٪) <bdi>a!</bdi> "
    root = lxml.html.fragment_fromstring(f"<p dir=rtl>{words * (1_000_000 // len(words))}</p>")
    start = time.process_time()
    nest(root)
    taken = time.process_time() - start
    print(f"1 MB paragraph: {taken:.1f} s")
    assert taken < 20
