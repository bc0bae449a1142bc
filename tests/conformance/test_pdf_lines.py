"""Every line of a PDF in the order of UAX#9, by the positions of its glyphs."""

import re

import lxml.html
import pytest
from markdown_it import MarkdownIt

from tests.conformance.judge import faults
from tests.conformance.markup import Node
from tests.conformance.mixed_paragraphs import Generator, Paragraph
from tests.conformance.set_lines import link_rectangles, page, paragraph_lines, render
from toolkit.resources import SAMPLES

PARSER = MarkdownIt("commonmark", {"html": True}).enable("table")
FRONT_MATTER = re.compile(r"\A---.*?^---$", re.DOTALL | re.MULTILINE)
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


def written():
    """The paragraphs, headings, list items and cells of the sample articles."""
    found = []
    for path in sorted(SAMPLES.glob("*.md")):
        text = FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
        base = int(path.suffixes[0] != ".en")
        root = lxml.html.fragment_fromstring(PARSER.render(text), create_parent="div")
        for element in root.xpath(".//p|.//h2|.//h3|.//li[not(p|ul|ol)]|.//td|.//th"):
            children = Node.from_element(element).children
            found.append(Paragraph(f"p{len(found)}", base, tuple(children)))
    return found


@pytest.mark.slow
@pytest.mark.parametrize("setting", SETTINGS)
def test_written(setting):
    paragraphs = written()
    assert len(paragraphs) > 100
    check(paragraphs, setting)
