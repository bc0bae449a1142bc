"""The counters of printed lists, read back by poppler."""

import re

import pytest

from toolkit.article import Article
from toolkit.language import Locale
from toolkit.language.counters import TYPES, counter
from toolkit.render import Renderer

NUMBERS = (1, 2, 5, 11, 31, 100)


def printed(extracted, markup, lang="en"):
    """Return the lines of an article whose body is markup."""
    article = Article(id="a", lang=lang, title="T", body=markup, body_format="html")
    text = extracted(Renderer(lang, report=lambda _finding: None).pdf(article))
    return [re.findall(r"\w+", line) for line in text.splitlines()]


@pytest.mark.parametrize("lang", ["en", "fa", "fa-AF", "ps", "ar", "ur", "ckb"])
def test_every_type(extracted, lang):
    word = "item" if lang == "en" else "آب"
    items = "".join(f'<li value="{number}">{word}</li>' for number in NUMBERS)
    direction = Locale.parse(lang).direction
    lists = "".join(f'<ol type="{kind}" lang="{lang}">{items}</ol>' for kind in TYPES)
    lines = printed(extracted, f'<div dir="{direction}">{lists}</div>', lang)
    for kind in TYPES:
        for number in NUMBERS:
            marker = counter(number, lang, kind)
            assert [*re.findall(r"\w+", marker), word] in lines, marker


@pytest.mark.parametrize(
    ("attributes", "items", "figures"),
    [
        ("start=3", "<li>x<li>x", "34"),
        ("reversed", "<li>x<li>x<li>x", "321"),
        ("", "<li>x<li value=7>x<li>x", "178"),
        ("", "<li>x<ol start=5><li>x<li>x</ol><li>x", "1562"),
    ],
)
def test_numbers_are_those_of_html(extracted, attributes, items, figures):
    lines = printed(extracted, f"<ol {attributes}>{items}</ol>")
    assert [line for line in lines if line[1:] == ["x"]] == [[figure, "x"] for figure in figures]


def test_counter_styles_of_a_document_are_its_own(extracted):
    import toolkit

    style = '@counter-style persian-letters { system: cyclic; symbols: "Q" }'
    html = (
        f'<html lang="en"><title>x</title><style>{style} ol {{ list-style: persian-letters }}'
        "</style><ol><li>one</ol>"
    )
    assert "Q" in extracted(toolkit.write_pdf(html))
    assert ["الف", "آب"] in printed(extracted, '<ol type="a"><li>آب</ol>', "fa")
