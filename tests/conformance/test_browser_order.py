"""The model agrees with Chromium: what the PDF shows is what a browser shows for the same HTML."""

import pytest

from tests.conformance.mixed_paragraphs import Generator
from tests.conformance.model import BREAK, is_shown

STYLE = "p { white-space: nowrap; font: 16px sans-serif } sup, sub { font: inherit }"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0654"

# Middle of each character's box, in document order; collapsed spaces have no box.
MEASURE = """
() => [...document.querySelectorAll('p')].map(p => {
  const found = [], range = document.createRange();
  const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.tagName === 'IMG') {
      const box = node.getBoundingClientRect();
      found.push(['\\ufffc', box.x + box.width / 2]);
    }
    for (let i = 0; i < (node.data || '').length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = [...range.getClientRects()].find(box => box.width || node.data[i].trim());
      if (box) found.push([node.data[i].replace('\\n', ' '), box.x + box.width / 2]);
    }
  }
  return found;
})
"""


@pytest.fixture(scope="module")
def tab(browser):
    page = browser.new_page()
    yield page
    page.close()


def has_place(character):
    return is_shown(character) and character not in MARKS


@pytest.mark.browser
def test_chromium_orders_lines_as_the_model_does(tab):
    paragraphs = Generator(11).paragraphs(320)
    body = "".join(paragraph.html for paragraph in paragraphs)
    tab.set_content(f"<!doctype html><style>{STYLE}</style>{body}")
    wrong, compared = [], 0
    for paragraph, measured in zip(paragraphs, tab.evaluate(MEASURE), strict=True):
        model = paragraph.model
        if BREAK in model.characters or "<wbr>" in paragraph.html:
            continue  # several lines; a wbr's spaces have no boxes to measure
        places = [i for i, character in enumerate(model.characters) if has_place(character)]
        boxes = [box for box in measured if has_place(box[0])]
        assert "".join(box[0] for box in boxes) == "".join(model.characters[i] for i in places)
        x = dict(zip(places, (box[1] for box in boxes), strict=True))
        compared += 1
        wanted = [i for i in model.line_order(0, len(model.characters)) if i in x]
        found = sorted(wanted, key=x.__getitem__)
        if found != wanted:
            texts = ["".join(model.characters[i] for i in order) for order in (found, wanted)]
            wrong.append((paragraph.html, *texts))
    print(f"{compared - len(wrong)} of {compared} paragraphs in Chromium's order")
    assert compared >= 200
    assert not wrong, wrong[:3]
