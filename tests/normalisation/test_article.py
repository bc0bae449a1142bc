"""Articles: which fields are normalised, what is told, and that all can be taken back."""

import re
import time
from dataclasses import asdict
from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toolkit
from tests.normalisation.conftest import make
from toolkit.article.prepare import parse
from toolkit.check import check_article
from toolkit.errors import ArticleError
from toolkit.normalisation import Change, normalise, restore

CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = 'كيىٰٔیکآا\u0653ن٠٤۵5ﻚﻱﻼﺁﭗﯽﺔةښهۀ \u200c\u200cـaA.,،؟«»"“”‘’()/@:#\n\u00a0&<>' + CONTROLS
OPENINGS = [
    "<p>", "</p>", "<em>", "</em>", "<b>", "</b>", "<br>", "<q>", "</q>", "<code>", "</code>",
    "<blockquote>", "</blockquote>", "<ul><li>", "</li></ul>", '<span lang="ps">', "</span>",
    '<span lang="fa-AF">', '<abbr title="كي ‌&amp;">', "</abbr>", '<a href="https://e.org/كي">',
    "</a>", "https://e.org/ي ", "<h2 id=كي>", "</h2>", "&zwnj;", "&#1603;", "&amp;", "الله ال",
]  # fmt: skip
TEXT = st.text(st.sampled_from(LETTERS) | st.characters(codec="utf-8"), max_size=30)
MARKUP = st.lists(st.sampled_from(OPENINGS) | TEXT, max_size=20).map("".join)


def ignore(_):
    """Take a finding."""


@given(MARKUP, TEXT, st.sampled_from(["fa", "fa-AF", "ps", "en"]))
def test_any_article_is_restored_and_nothing_is_changed_twice(body, text, lang):
    fields = {"id": "a", "lang": lang, "title": f"x{text}", "summary": {"fa": text, "en": text}}
    before = parse(
        fields | {"body": body, "body_format": "html", "tags": [f"x{text}"]}, report=ignore
    )
    found = normalise(before, report=ignore)
    assert restore(found.article, found.changes) == before
    assert normalise(found.article, report=ignore).changes == ()


@given(MARKUP)
def test_no_markup_breaks(body):
    before = parse(
        {"id": "a", "lang": "fa", "title": "x", "body": body, "body_format": "html"}, report=ignore
    )
    after = normalise(before, report=ignore).article

    def skeleton(markup):
        return [re.sub('(title|alt)="[^"]*"', "", tag) for tag in re.findall("<[^>]*>", markup)]

    def controls(markup):
        return [character for character in markup if character in CONTROLS]

    assert skeleton(after.body) == skeleton(before.body)
    assert controls(after.body) == controls(before.body)
    assert is_normalized("NFC", after.body) or not is_normalized("NFC", before.body)


def test_fields(article):
    names = {"section": "ي", "rights": "ي", "authors": [{"name": "علي"}], "source": {"name": "ي"}}
    image = {"src": "a.png", "alt": {"fa": "ي"}, "caption": "ي", "credit": "ي"}
    before = article(
        "<p>ي</p>",
        title={"fa": "ي", "ps": "ي"},
        subtitle="ي",
        summary="ي",
        tags=["ي"],
        image=image,
        **names,
    )
    found = normalise(before, report=ignore)
    assert [change.field for change in found.changes] == [
        "title.fa", "subtitle", "summary", "tags.0", "image.alt.fa", "image.caption", "body",
    ]  # fmt: skip
    assert found.article.title == {"fa": "ی", "ps": "ي"}
    assert restore(found.article, found.changes) == before


def test_a_list_of_people_by_language_is_kept(article):
    before = article(authors={"fa": [{"name": "علي"}]}, tags={"fa": ["ك"], "ps": ["ي"]})
    assert [one.field for one in normalise(before, report=ignore).changes] == ["tags.fa.0"]


def test_record(article):
    before = article("<p>سال <em>٥</em></p>", title="سال ⟨‌⟩")
    assert [asdict(change) for change in normalise(before, report=ignore).changes] == [
        {"field": "body", "offset": 11, "before": "٥", "after": "۵", "kind": "digit"}
    ]


def test_each_kind_is_told_once_for_each_field(article):
    told = []
    normalise(article("<p>علي كتاب</p><p>علي، كي</p>", title="علي"), report=told.append)
    assert [(note.code, note.field, note.severity) for note in told] == [
        ("normalised-yeh", "title", "note"),
        ("normalised-yeh", "body", "note"),
        ("normalised-kaf", "body", "note"),
    ]
    assert str(told[2]) == (
        "body: has the Arabic kaf (ك), now the Persian one (ک), 2 times (“كتاب”). "
        "To keep it, mark it with its language or as a quotation."
    )
    assert [note.suggestion for note in told] == ["علی", "علی", "کتاب"]


def test_another_text_is_not_restored(article):
    found = normalise(article("<p>علي</p>"), report=ignore)
    other = article("<p>عل</p>")
    with pytest.raises(ArticleError, match=r"^body: does not have “ی” where it was changed\. "):
        restore(other, found.changes)
    with pytest.raises(ArticleError):
        restore(other, [Change("title", 99, "‌", "", "joiner")])


def test_only_a_publication_that_asks_is_normalised(article):
    before = article("<p>علي</p>", title="كتاب")
    asked = toolkit.Publication(normalise="publisher")
    told = []
    plain = toolkit.Renderer("fa", report=ignore).text(before)
    own = toolkit.Renderer("fa", publication=asked, report=told.append).text(before)
    assert ("علي" in plain, "كتاب" in plain) == (True, True)
    assert ("علی" in own, "کتاب" in own, "ي" in own) == (True, True, False)
    assert {note.code for note in told} == {"normalised-kaf", "normalised-yeh"}


def test_lists_of_articles_are_normalised_too(article):
    asked = toolkit.Publication(normalise="publisher")
    renderer = toolkit.Renderer("fa", publication=asked, articles=[article(title="كتاب")])
    assert "کتاب" in renderer.front().html


def test_the_check_tells_what_is_changed_and_finds_what_is_not(article):
    asked = toolkit.Publication(normalise="publisher")
    found = check_article(article("<p>علي و <q>كتاب</q></p>", title="عنوان"), publication=asked)
    assert [(one.code, one.severity) for one in found] == [
        ("normalised-yeh", "note"),
        ("arabic-letter", "note"),
    ]


def test_the_check_of_a_publication_says_what_it_could_mend(article):
    found = check_article(
        article("<p>علي كتاب</p>", title="عنوان"), publication=toolkit.Publication()
    )
    assert [str(one) for one in found][-1] == (
        "has 2 slips of the keyboard that can be mended when its pages are made. "
        'Mend the text, or write normalise = "publisher" in toolkit.toml.'
    )


def test_the_toolkit_has_it():
    assert toolkit.normalise is normalise
    assert toolkit.restore is restore


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["\u200c", "\u064b", "«", '"', "<em>ي</em>", "<p>", "&lt;", "ﻱ", "ي@a.b ", "الله ", "ي، ",
     '<p class="', "<br>", '<b lang="fa-x-a">ي</b>'],
)  # fmt: skip
def test_time_is_linear(unit):
    def seconds(size):
        one = make("<p>" + unit * (size // len(unit)) + "ي</p>")
        began = time.process_time()
        normalise(one, report=ignore)
        return time.process_time() - began

    seconds(1000)  # compiles the patterns
    assert seconds(80_000) < 10 * seconds(20_000) + 0.1
