"""Nothing runs off a printed page or into something else where labels are longer or turned."""

import subprocess

import pytest
from lxml import etree

from tests.browser.test_pages import STEMS
from toolkit import write_pdf
from toolkit.language.pseudo import PSEUDO_LOCALES

MARGIN = 20  # points that stay free at every edge


def pages_of(data):
    """Yield each page's width and height and the boxes of its words, as poppler measures them."""
    command = ["pdftotext", "-bbox", "-", "-"]
    found = subprocess.run(command, input=data, check=True, capture_output=True).stdout
    for page in etree.fromstring(found, etree.XMLParser(recover=True)).iterfind(".//{*}page"):
        boxes = [
            (word.text, *(float(word.get(side)) for side in ("xMin", "yMin", "xMax", "yMax")))
            for word in page.iterfind("{*}word")
            if sum(map(str.isalnum, word.text or "")) > 1
        ]
        yield float(page.get("width")), float(page.get("height")), boxes


def outside(data):
    return [
        word
        for width, height, boxes in pages_of(data)
        for word, left, top, right, bottom in boxes
        if min(left, top, width - right, height - bottom) < MARGIN
    ]


def overlapping(data):
    return [
        (one[0], other[0])
        for _, _, boxes in pages_of(data)
        for index, one in enumerate(boxes)
        for other in boxes[index + 1 :]
        if covered(one, other) > 0.4
    ]


def covered(one, other):
    """Return how much of the smaller box the other covers, from 0 to 1."""
    width = min(one[3], other[3]) - max(one[1], other[1])
    height = min(one[4], other[4]) - max(one[2], other[2])
    area = min((box[3] - box[1]) * (box[4] - box[2]) for box in (one, other))
    return width * height / area if width > 0 and height > 0 and area else 0.0


@pytest.mark.parametrize("locale", PSEUDO_LOCALES)
@pytest.mark.parametrize("name", STEMS)
def test_nothing_is_clipped(sample_pdf, name, locale):
    data = sample_pdf(name, locale)
    assert outside(data) == []
    assert overlapping(data) == []


@pytest.mark.parametrize(
    ("style", "runs_off", "runs_over"),
    [
        ("", False, []),
        ("margin-left: 170mm; white-space: nowrap", True, []),
        ("margin-top: -7mm", False, [("Some", "Other"), ("words", "words")]),
    ],
)
def test_every_fault_is_found(style, runs_off, runs_over):
    page = "<html lang=en><title>T</title><p>Some words</p><p style='{}'>Other words</p></html>"
    data = write_pdf(page.format(style))
    assert (bool(outside(data)), overlapping(data)) == (runs_off, runs_over)
