"""Nothing is clipped, nothing overlaps, and no line gapes, on any paper."""

from itertools import combinations

import pytest

from tests.browser.test_pages import STEMS
from tests.conftest import LOCALES
from tests.render.pdf.laid_out import Area, areas, gap, lay_out, lines, text
from toolkit import write_pdf
from toolkit.render.pdf.justification import WIDEST

SLACK = 1.5  # CSS pixels: boxes are rounded
EDGE = 30  # CSS pixels that stay free at every edge of the paper
PAPERS = ("A4", "A5", "Letter")
EVERY = [
    (name, locale, {"page_size": paper}) for paper in PAPERS for name in STEMS for locale in LOCALES
]
SOME = [
    (name, LOCALES[index % len(LOCALES)], {"page_size": PAPERS[index % len(PAPERS)]})
    for index, name in enumerate((*STEMS, *STEMS))
]


def faults(pages):
    """Return what stands out of its page's margins, and what overlaps."""
    found = []
    for number, page in enumerate(pages, 1):
        inner = min(page.margin_left, page.margin_right)
        # A first page's masthead and headline reach into the outer margin.
        sides = (inner, inner) if number == 1 else (page.margin_left, page.margin_right)
        width, height = page.margin_width(), page.margin_height()
        bounds = Area(sides[0], page.margin_top, width - sides[1], height - page.margin_bottom)
        paper = Area(EDGE, EDGE, width - EDGE, height - EDGE)
        margins = [box for box in page.children if type(box).__name__ == "MarginBox"]
        content = [area for box in page.children if box not in margins for area in areas(box)]
        around = [area for box in margins for area in areas(box)]
        found += [(number, "out", area) for area in content if area.overhang(bounds) > SLACK]
        found += [(number, "out", area) for area in around if area.overhang(paper) > SLACK]
        found += [
            (number, "over", one.what, other.what)
            for one, other in combinations((*content, *around), 2)
            if one.overlap(other) > SLACK
        ]
    return found


def gapes(pages):
    return [
        (number, round(gap(line), 2), text(line))
        for number, page in enumerate(pages, 1)
        for line in lines(page)
        if gap(line) > WIDEST and line.style["text_align_last"] != "justify"
    ]


@pytest.mark.parametrize(("name", "locale", "options"), SOME)
def test_some_samples(renderer_for, samples, name, locale, options):
    check(renderer_for(locale), samples[name], options)


@pytest.mark.slow
@pytest.mark.parametrize(("name", "locale", "options"), EVERY)
def test_every_sample(renderer_for, samples, name, locale, options):
    check(renderer_for(locale), samples[name], options)


def check(renderer, article, options):
    pages = lay_out(lambda: renderer.pdf(article, **options))
    assert faults(pages) == []
    assert gapes(pages) == []


def document(body, style="", lang="en", direction="ltr"):
    return (
        f"<!doctype html><html lang={lang} dir={direction}><title>t</title><style>"
        "@page { size: 90mm 120mm; margin: 10mm } body { margin: 0 } "
        f"p {{ text-align: justify; overflow-wrap: anywhere; {style} }}</style><body>{body}"
    )


def laid(*args, **named):
    return lay_out(lambda: write_pdf(document(*args, **named)))


@pytest.mark.parametrize(
    ("style", "kinds"),
    [
        ("", set()),
        ("margin-left: 60mm; white-space: nowrap", {"out"}),
        ("margin-top: -9mm", {"out", "over"}),
        ("position: absolute", {"over"}),
        ("height: 2pt", {"over"}),
    ],
)
def test_every_fault_is_found(style, kinds):
    pages = laid("<p>Some words that fill a line</p><p>Some other words</p>", style)
    assert {kind for _, kind, *_ in faults(pages)} == kinds


LONG = "https://example.org/" + "abcdefghij" * 9


@pytest.mark.parametrize(
    ("words", "lang", "direction"),
    [("The file lies at", "en", "ltr"), ("پرونده در نشانی", "fa", "rtl")],
)
def test_a_line_before_a_long_address_does_not_gape(words, lang, direction):
    pages = laid(
        f"<p>{words} <bdi dir=ltr>{LONG}</bdi> {words}</p>", lang=lang, direction=direction
    )
    assert faults(pages) == []
    assert gapes(pages) == []


def test_even_lines_are_justified():
    (page,) = laid(f"<p>{'some words of a paragraph ' * 12}</p>", "font-size: 8pt")
    right = page.content_box_x() + page.width
    *full, last = areas(page)
    assert [area.right for area in full] == pytest.approx([right] * len(full), abs=1)
    assert last.right < right
