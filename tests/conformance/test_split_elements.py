"""A split element is set as one: a start, an end, a label."""

import lxml.html

from tests.conformance.set_lines import STYLE, paragraph_lines, render
from toolkit.direction import nest, style_sheet

OWN = 'a { border: 1px solid; padding: 0 5px } a::before { content: "[" } a::after { content: "]" }'


def nested(body):
    html = f"<style>{STYLE}{OWN}{style_sheet()}</style>{body}"
    root = lxml.html.document_fromstring(html)
    nest(root)
    return render(lxml.html.tostring(root, encoding="unicode", doctype="<!doctype html>"))


def test_one_start_and_one_end():
    document = nested("<p id=p dir=rtl>متن abc <a href=x>d, متن، e</a> f متن")
    boxes = [box for box in document.pages[0]._page_box.descendants() if box.element_tag == "a"]
    pieces = [box for box in boxes if type(box).__name__ == "InlineBox"]
    assert len(pieces) == 3
    assert [piece.border_left_width + piece.border_right_width for piece in pieces] == [1, 0, 1]
    assert [piece.padding_left + piece.padding_right for piece in pieces] == [5, 0, 5]
    (line,) = paragraph_lines(document)["p"]
    assert line.text.replace("\u200d", "") == "متن abc [d, متن، e] f متن"


def test_outline_shows_the_heading_as_written():
    document = nested("<h2 dir=rtl>متن <i>a, b</i> <b>متن</b></h2>")
    assert [bookmark[1] for bookmark in document.pages[0].bookmarks] == ["متن a, b متن"]
