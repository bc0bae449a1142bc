"""How one paragraph of a page is set, and its hazards."""

import re

import pytest

from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.check import check_article
from toolkit.language import Locale
from toolkit.preview.inspection import inspect, nearest, places


def place(article, locale, name):
    return next(one for one in places(article, Locale.parse(locale)) if one.name == name)


def test_every_place_is_on_the_page(renderer_for, samples, locale):
    """But for credits in the body, whose element the page makes anew."""
    for article in samples.values():
        own = prepare(article, report=lambda _finding: None)
        page = renderer_for(locale).annotated(own, lambda _label: "").html
        named = set(re.findall('data-paragraph="([^"]*)"', page))
        left_out = [
            one.name
            for one in places(own, Locale.parse(locale))
            if one.name not in named and one.passages[0].role != "name"
        ]
        assert left_out == []


def test_the_version_is_that_of_the_page():
    article = prepare(
        Article(
            id="a",
            lang="en",
            title={"en": "T", "fa": "عنوان"},
            summary="S",
            body={"en": "<p>Text</p>", "fa": "<p>متن</p>"},
        )
    )
    assert [(one.name, one.excerpt) for one in places(article, Locale.parse("fa-AF"))] == [
        ("title", "عنوان"),
        ("standfirst", "S"),
        ("body.1", "متن"),
    ]


def test_direction_language_runs_and_what_cannot_be_seen():
    body = "<p>نشانی \u2066Hello\u2069 می‌شود <code>C++</code></p>"
    article = prepare(Article(id="a", lang="fa", title="عنوان", body=body))
    found = inspect(article, place(article, "fa", "body.1"), Publication())
    (paragraph,) = found.paragraphs
    assert (paragraph.base, paragraph.lang, paragraph.reason.kind) == ("rtl", "fa", "language")
    assert [run.text for run in paragraph.order.runs if run.lang == "en"] == ["Hello", "C++"]
    assert {one.short for one in paragraph.invisible} >= {"LRI", "PDI", "ZWNJ"}
    assert all(run.level == 2 for run in paragraph.order.runs if "C++" in run.text)


@pytest.mark.parametrize("code", ["arabic-letter"])
def test_hazards_are_those_of_the_check_with_what_to_write(code):
    article = prepare(Article(id="a", lang="fa", title="علي", body="<p>یک</p><p>كتاب</p>"))
    whole = {one.field for one in check_article(article) if one.code == code}
    assert whole == {"title", "body"}
    (title,) = inspect(article, place(article, "fa", "title"), Publication()).findings
    assert (title.code, title.suggestion) == (code, "علی")
    assert inspect(article, place(article, "fa", "body.1"), Publication()).findings == ()
    assert inspect(article, place(article, "fa", "body.2"), Publication()).findings


def test_a_finding_names_the_file_of_its_language(tmp_path):
    for lang, text in (("fa", "كتاب"), ("en", "Book")):
        (tmp_path / f"a.{lang}.md").write_text(
            f"---\nlang: {lang}\ntitle: T\n---\n\n{text}\n", "utf-8"
        )
    from toolkit.sources import load_collection

    (article,) = load_collection([tmp_path], report=lambda _finding: None).articles
    found = inspect(article, place(article, "fa", "body.1"), Publication()).findings
    assert [(one.file, one.line) for one in found if one.code == "arabic-letter"] == [
        (str(tmp_path / "a.fa.md"), 6)
    ]


def test_a_line_of_verse_is_found_in_its_verse(samples):
    article = prepare(samples["poetry-evening"], report=lambda _finding: None)
    every = places(article, Locale.parse("fa"))
    verse = next(one for one in every if "\u2028" in one.passages[0].text)
    line = f"body.{int(verse.name.partition('.')[2]) + 1}"
    assert nearest(every, line) is verse
    assert nearest(every, verse.name) is verse


@pytest.mark.parametrize("name", ["", "none", "body.", "body.x", "body.²", "body.0", "../body.1"])
def test_a_name_that_says_nothing_leads_to_the_first_place(samples, name):
    every = places(prepare(samples["water-report"]), Locale.parse("en"))
    assert nearest(every, name) is every[0]
    assert nearest((), name) is None
