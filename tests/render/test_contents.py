"""The contents of a printed article."""

import re
from dataclasses import replace

import pytest
from lxml import html

from tests.conftest import LOCALES
from tests.render.pdf.laid_out import lay_out, text
from toolkit.language import Locale
from toolkit.render.contents import take_headings, with_contents
from toolkit.render.markup import parse
from toolkit.render.views import ArticleView, BodyView, PageView


def test_headings_are_listed_without_what_refers():
    body = html.fragment_fromstring(
        "<div><h2 id=own>One <a href='#x'>link</a></h2><p>a</p><h3 lang=fa dir=rtl>دو"
        "<span class='footnote'>note</span></h3><h4>no</h4><blockquote><h2>no</h2></blockquote>"
        "<h2><em id=e>Three</em></h2></div>"
    )
    found = [(one.id, one.level, one.lang, str(one.markup)) for one in take_headings(body)]
    assert found == [
        ("own", 2, None, "One link"),
        ("heading-2", 3, "fa", "دو"),
        ("heading-3", 2, None, "<em>Three</em>"),
    ]
    assert [heading.get("id") for heading in body.iter("h2", "h3")][:2] == ["own", "heading-2"]


@pytest.mark.parametrize(
    ("wanted", "minutes", "number", "listed"),
    [
        (True, 1, 1, 1),
        (False, 60, 9, 0),
        ("auto", 60, 9, 9),
        ("auto", 5, 9, 0),
        ("auto", 60, 2, 0),
    ],
)
def test_long_articles_list_their_headings(renderer_for, wanted, minutes, number, listed):
    body = html.fragment_fromstring(f"<div>{'<h2>a</h2>' * number}</div>")
    headings = tuple(take_headings(body))
    page = PageView(locale=Locale.parse("en"), publication=None, article=view(minutes, headings))
    assert len(with_contents(page, wanted).contents) == listed


def view(minutes, headings):
    empty = dict.fromkeys(ArticleView.__dataclass_fields__)
    body = BodyView(root=parse(""), attrs="", footnotes=(), headings=headings)
    return replace(ArticleView(**empty), minutes=minutes, body=body)


@pytest.mark.parametrize("locale", LOCALES)
def test_each_heading_has_its_page_in_the_pages_digits(renderer_for, samples, locale):
    renderer = renderer_for(locale)
    pages = lay_out(lambda: renderer.pdf(samples["water-report"], contents=True))
    items = [words(box) for page in pages for box in blocks(page, "li")]
    listed = [match.groups() for item in items if (match := LISTED.fullmatch(item))]
    headings = [
        (words(box), Locale.parse(locale).number(number))
        for number, page in enumerate(pages, 1)
        for box in blocks(page, "h2")
        if box.element.get("id", "").startswith("heading-")
    ]
    assert len(listed) >= 3
    assert listed == headings


LISTED = re.compile(r"(.+?) (?:\. ){9,} ?(\d+)")


def words(box):
    return " ".join(re.sub("[\u200d\u2066-\u2069]", "", text(box)).split())


def blocks(page, tag):
    return [
        box
        for box in page.descendants()
        if box.element_tag == tag and type(box).__name__ == "BlockBox"
    ]
