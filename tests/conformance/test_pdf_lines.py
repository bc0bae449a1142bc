"""Every line of a PDF in the order of UAX#9, by the positions of its glyphs."""

import lxml.html
import pytest

from tests.conformance.judge import faults
from tests.conformance.markup import Node
from tests.conformance.mixed_paragraphs import Generator, Paragraph
from tests.conformance.set_lines import link_rectangles, page, paragraph_lines, render

SETTINGS = {
    "one line": "white-space: nowrap",
    "15 cm": "width: 15cm",
    "15 cm justified": "width: 15cm; text-align: justify",
    "8 cm": "width: 8cm",
    "8 cm justified": "width: 8cm; text-align: justify",
}


def check(paragraphs, setting):
    """Set paragraphs, print how many are exact, fail on those that are not."""
    css = SETTINGS[setting]
    document = render(page(paragraphs, css))
    lines = paragraph_lines(document)
    rectangles = {}
    for href, box in link_rectangles(document):
        rectangles.setdefault(href, []).append((href, box))
    wrong = {}
    for paragraph in paragraphs:
        model = paragraph.model
        own = [box for href in {*model.hrefs} - {None} for box in rectangles.get(href, ())]
        found = list(faults(model, lines[paragraph.id], own, justified="justify" in css))
        if found:
            wrong[paragraph.html] = found
    set_lines = sum(len(lines[paragraph.id]) for paragraph in paragraphs)
    exact = len(paragraphs) - len(wrong)
    print(f"{setting}: {exact} of {len(paragraphs)} paragraphs exact, {set_lines} lines")
    assert not wrong, "\n".join(f"{html}{found}" for html, found in list(wrong.items())[:5])


@pytest.mark.parametrize("setting", SETTINGS)
def test_generated(setting):
    check(Generator(1403).paragraphs(60), setting)


def test_embedding_controls():
    check(Generator(1404, embeddings=True).paragraphs(40), "8 cm justified")


@pytest.mark.slow
@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_many_generated(setting, seed):
    check(Generator(seed, embeddings=seed == 3).paragraphs(500), setting)


def written(renderer_for, samples, locale):
    """The paragraphs of the sample articles, as the renderer marks them for the web."""
    renderer = renderer_for(locale)
    found = []
    for article in samples.values():
        root = lxml.html.document_fromstring(renderer.html(article))
        for element in root.xpath("//main//p[not(*[@hidden])]"):
            base = next(
                (e.get("dir") for e in [element, *element.iterancestors()] if e.get("dir")), "ltr"
            )
            children = tuple(Node.from_element(element).children)
            found.append(Paragraph(f"p{len(found)}", int(base == "rtl"), children))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("locale", ["en", "fa", "ps"])
def test_written(renderer_for, samples, locale, setting):
    check(written(renderer_for, samples, locale), setting)
