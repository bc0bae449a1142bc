"""Where printed lines end: no mark is parted from the word that it belongs to (UAX #14)."""

import re

import pytest
import weasyprint

from tests.conftest import LOCALES

STRANDED = re.compile(r"[«‹(\[{]\s*$|^\s*[»›)\]}،؛؟!.:,;]")


@pytest.fixture
def lines(monkeypatch):
    """Return a function of a renderer and an article that gives the lines of the PDF."""
    rendered = []
    render = weasyprint.HTML.render

    def keep(*args, **options):
        rendered.append(render(*args, **options))
        return rendered[-1]

    monkeypatch.setattr(weasyprint.HTML, "render", keep)

    def of(renderer, article):
        renderer.pdf(article)
        return [line for page in rendered.pop().pages for line in _lines(page._page_box)]

    return of


def _lines(box):
    for child in box.all_children():
        if type(child).__name__ == "LineBox":
            yield _text(child)
        else:
            yield from _lines(child)


def _text(line):
    """Return a line's text in logical order; what stands on its own within it is one character."""
    text = ""
    for child in line.all_children():
        name = type(child).__name__
        if name == "TextBox":
            text += child.text
        elif not child.is_in_normal_flow():
            continue
        else:
            text += _text(child) if name == "InlineBox" else "\ufffc"
    return text


@pytest.mark.parametrize("locale", LOCALES)
def test_no_mark_is_parted_from_its_word(lines, renderer_for, samples, locale):
    for article in samples.values():
        found = lines(renderer_for(locale), article)
        assert len(found) > 10
        assert [line for line in found if STRANDED.search(line)] == []
