"""Language of parts: cases from a file, and properties on any tree."""

import copy
import time
import tomllib
from itertools import pairwise
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from toolkit.direction.parts import mark
from toolkit.direction.script import direction_of
from toolkit.direction.tokens import ALL
from toolkit.errors import Diagnostic

CASES = tomllib.loads((Path(__file__).parent / "data" / "parts.toml").read_text(encoding="utf-8"))[
    "case"
]
JOINING = "بسکلمنهیخعپگټښ"


def page(body: str, lang: str) -> lxml.html.HtmlElement:
    html = f'<html lang="{lang}" dir="{direction_of(lang)}"><body>{body}</body></html>'
    return lxml.html.document_fromstring(html)


def body_of(root: lxml.html.HtmlElement) -> str:
    html = etree.tostring(root.body, encoding="unicode", method="html")
    return html.removeprefix("<body>").removesuffix("</body>")


def marked(body: str, lang: str, **options: object) -> str:
    root = page(body, lang)
    mark(root, report=lambda _: None, **options)
    return body_of(root)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}: {case['name']}")
def test_case(case: dict[str, str]) -> None:
    assert marked(case["html"], case["lang"], declared=case.get("declared", ())) == case["marked"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lang']}: {case['name']}")
def test_marking_twice_is_marking_once(case: dict[str, str]) -> None:
    assert marked(case["marked"], case["lang"], declared=case.get("declared", ())) == case["marked"]


def test_a_rule_can_be_switched_off() -> None:
    assert marked("<p>صفحهٔ ۲-۳ است.</p>", "fa", rules=ALL - {"range"}) == "<p>صفحهٔ ۲-۳ است.</p>"


def test_elements_can_be_skipped() -> None:
    body = "<p>متن <cite>Hello</cite> است.</p>"
    assert marked(body, "fa", skip={"cite"}) == body


def test_the_title_gets_isolates() -> None:
    html = (
        '<html lang="fa" dir="rtl"><head><title>زبان C++ و Kabul</title></head><body></body></html>'
    )
    root = lxml.html.document_fromstring(html)
    mark(root)
    assert root.findtext("head/title") == "زبان \u2066C++\u2069 و \u2066Kabul\u2069"


def test_an_attribute_in_another_language_is_reported() -> None:
    found: list[Diagnostic] = []
    root = page('<p>متن <img alt="A map of Kabul"></p><p lang="en" title="Text">x</p>', "fa")
    mark(root, declared=("fa", "en"), report=found.append)
    assert [(one.code, one.field, one.excerpt) for one in found] == [
        ("attribute-language", "alt", "A map of Kabul")
    ]
    assert str(found[0]).startswith(
        "alt: The alt of a <img> is in en, but the page around it in fa"
    )


def test_comments_stay() -> None:
    body = "<p>متن The <!-- x --> New <b>York</b> است.<!-- y --></p>"
    assert marked(body, "fa") == (
        '<p>متن <span lang="en" dir="ltr">The <!-- x --> New <b>York</b></span> است.<!-- y --></p>'
    )


WORDS = st.sampled_from(
    [
        *("سلام", "می‌خواهم", "پښتو", "שלום", "Hello", "World", "Москва", "é", "C++", "#خبر", "CO₂"),
        *("۱۲", "12", "۵۰٪", "۲-۳", "-5", "+93 700 123 456", "https://x.org/a/", "[1]", "Inc."),
        *'()«»"،,.!؟   \nـ\u064e\u200c\u200d\u200f\u2067\u2069',
    ]
)
TEXT = st.lists(WORDS, max_size=6).map("".join)
TAGS = st.sampled_from(
    ["p", "div", "ul", "li", "b", "em", "a", "span", "bdi", "code", "br", "q", "sup", "nav", "td"]
)
ATTRIBUTES = st.sampled_from(
    [
        *({}, {}, {}, {}, {"lang": "en"}, {"dir": "ltr"}, {"dir": "auto"}, {"translate": "no"}),
        *({"lang": "fa", "dir": "rtl"}, {"title": "سلام Hello"}, {"class": "footnote-ref"}),
    ]
)


def build(node: tuple[str, dict[str, str], str, list[object], str]) -> etree._Element:
    tag, attributes, text, children, tail = node
    element = etree.Element(tag, attributes)
    element.text, element.tail = text, tail
    element.extend([build(child) for child in children])
    return element


def nodes(children: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.tuples(TAGS, ATTRIBUTES, TEXT, st.lists(children, max_size=4), TEXT)


TREES = st.recursive(
    st.tuples(TAGS, ATTRIBUTES, TEXT, st.just([]), TEXT), nodes, max_leaves=12
).map(build)


def text_of(root: etree._Element) -> str:
    return "".join(root.itertext())


def borders(root: etree._Element) -> list[str]:
    """Return the two characters around each border between text nodes."""
    texts = [text for text in root.itertext() if text]
    return [left[-1] + right[0] for left, right in pairwise(texts)]


@settings(max_examples=400, derandomize=True, deadline=None)
@given(TREES, st.sampled_from(["fa", "en", "ps", "he"]))
def test_text_stays_and_marking_is_stable(tree: etree._Element, lang: str) -> None:
    root = etree.Element("body", {"lang": lang, "dir": direction_of(lang)})
    root.append(tree)
    before = text_of(root)
    borders_before = borders(root)
    mark(root, declared=("fa", "en"), report=lambda _: None)
    once = etree.tostring(root)
    assert text_of(root) == before
    new = [pair for pair in borders(root) if pair not in borders_before]
    assert not [pair for pair in new if set(pair) <= set(JOINING)], new
    again = copy.deepcopy(root)
    mark(again, declared=("fa", "en"), report=lambda _: None)
    assert etree.tostring(again) == once


def test_every_latin_word_in_a_persian_page_has_its_language() -> None:
    """The rule of WCAG 3.1.2, on all cases at once."""
    for case in CASES:
        root = page(case["marked"], case["lang"])
        for text in root.xpath("//body//text()[not(ancestor::code or ancestor::kbd)]"):
            element = text.getparent().getparent() if text.is_tail else text.getparent()
            langs = element.xpath("ancestor-or-self::*/@lang")
            apart = element.xpath("ancestor-or-self::*[@translate or self::bdi or self::a/@dir]")
            if direction_of(langs[-1]) == "rtl" and not apart:
                assert not any("a" <= letter.lower() <= "z" for letter in text), case["name"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "سلام Hello ",
        "<b>Hello</b> سلام ",
        "<i>a",
        "Hello <b>New ب</b> ",
        "<p>Hello سلام</p>",
        "۲-۳ ",
        "۵۰٪ ",
    ],
)
def test_no_page_is_slow(unit: str) -> None:
    root = page(f"<p>{(unit * 20_000)[:60_000]}</p>", "fa")
    start = time.perf_counter()
    mark(root, report=lambda _: None)
    assert time.perf_counter() - start < 4
