"""The article's fields: what they take, and the one plain line for what they do not."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from toolkit.article.findings import diagnoses
from toolkit.article.model import Article
from toolkit.article.prepare import parse
from toolkit.errors import ArticleError
from toolkit.language.reckoning import reckon

LEAST = {"id": "wheat", "lang": "en", "title": "Wheat"}


def article(**fields):
    return Article.model_validate(LEAST | fields)


def refusals(**fields):
    """Return the lines that some fields get."""
    data = {name: value for name, value in (LEAST | fields).items() if value is not ...}
    with pytest.raises(ArticleError) as caught:
        parse(data, file="wheat.json", report=lambda _: None)
    return [str(found) for found in caught.value.diagnostics]


def test_defaults():
    found = article()
    assert (found.authors, found.tags, found.related, found.body) == ((), (), (), "")
    assert (found.file, found.folder, found.prepared, found.languages) == (
        None,
        None,
        False,
        ("en",),
    )


def test_texts_are_one_or_by_language():
    found = article(title={"FA_af": " گندم\n ارزان ", "en": "Wheat", "ps": " "}, subtitle=" ")
    assert found.title == {"fa-AF": "گندم ارزان", "en": "Wheat"}
    assert found.languages == ("en", "fa-AF")
    assert found.subtitle is None


def test_a_text_that_shows_nothing_is_no_text():
    image = {"src": "a.png", "alt": {"en": "\u200b\u200e", "fa": "\u200fگ"}, "caption": "\u200b"}
    found = article(
        title={"en": "Wheat", "fa": "\u200f"}, subtitle="\u200b", summary="\u2060", image=image
    )
    assert (found.title, found.subtitle, found.summary) == ({"en": "Wheat"}, None, None)
    assert found.image.alt == {"en": "", "fa": "\u200fگ"}
    assert found.image.caption is None


@pytest.mark.parametrize("day", [date(1800, 1, 1), date(2220, 12, 31)])
def test_every_date_that_is_taken_can_be_shown_in_the_solar_hijri_calendar(day):
    found = article(published=day.isoformat()).published
    for neighbour in (found - timedelta(days=1), found, found + timedelta(days=1)):  # by zone
        assert 1178 <= reckon(neighbour, "persian").year <= 1600


def test_half_a_character_is_named():
    with pytest.raises(ValidationError) as caught:
        article(body="\udfff")
    (found,) = diagnoses(caught.value, Article)
    assert (found.code, found.field) == ("bad-characters", "body")
    assert found.reason == "holds half of a character (a lone surrogate)"


def test_language_tags_are_canonical():
    assert article(lang="prs").lang == "fa-AF"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2026-11-22T08:30", datetime(2026, 11, 22, 8, 30)),  # noqa: DTZ001 - the publication's
        ("2026-11-22 08:30:00Z", datetime(2026, 11, 22, 8, 30, tzinfo=UTC)),
        (
            "2026-11-22T08:30:00+04:30",
            datetime(2026, 11, 22, 8, 30, tzinfo=timezone(timedelta(hours=4, minutes=30))),
        ),
        (date(2026, 11, 22), date(2026, 11, 22)),
    ],
)
def test_dates(written, read):
    assert article(published=written).published == read
    assert article(updated={"fa": written}).updated == {"fa": read}


def test_an_article_cannot_change():
    with pytest.raises(ValidationError):
        article().title = "Rice"


def test_where_it_comes_from_is_never_written_out(tmp_path):
    found = article().located(file="wheat.md", folder=tmp_path)
    assert (found.file, found.folder) == ("wheat.md", tmp_path)
    assert str(tmp_path) not in found.model_dump_json()
    assert "wheat.md" not in repr(found)


def test_what_is_written_out_can_be_read_again():
    found = article(
        title={"en": "Wheat", "fa": "گندم"},
        authors={"en": [{"name": "Sara", "role": "editor"}]},
        tags=["a"],
        published="2026-11-22T08:30:00+04:30",
        updated={"fa": "2026-11-22"},
        image={"src": "a.png", "alt": ""},
        source={"name": "S", "url": "https://example.org/"},
    )
    assert article(**json.loads(found.model_dump_json())) == found


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"titel": "x"}, "titel: is not a known field. Rename it to title."),
        ({"headline": "x"}, "headline: is not a known field. Rename it to title."),
        ({"zzz": 1}, "zzz: is not a known field. Leave it out; known are id, lang, title,"),
        ({"image": {"src": "a.png", "capton": 1}}, "image.capton: is not a known field. Rename"),
        ({"title": ...}, "title: is missing. Add it."),
        ({"title": None}, "title: is empty. Write it."),
        ({"title": "  "}, "title: is empty. Write it."),
        ({"title": {}}, "title: is empty."),
        ({"title": "\u200b\u200e"}, "title: is empty. Write it."),
        ({"title": "\u00a0\u2067 \u2069\u00ad"}, "title: is empty. Write it."),
        ({"tags": ["\u200c"]}, "tags.0: is empty. Write it."),
        ({"title": 1984}, "title: must be text, not a number. Write it as text, in quotes."),
        ({"title": ["x"]}, "title: must be text, not a list."),
        ({"title": {"en": True}}, "title.en: must be text, not true or false."),
        ({"title": "x" * 1001}, "title: has 1,001 characters, at most 1,000 are taken."),
        ({"lang": ...}, "lang: is missing."),
        ({"lang": "farsi"}, "lang: “farsi” is not"),
        ({"lang": "xx"}, "lang: “xx” is not"),
        ({"subtitle": {"zz": "x"}}, "subtitle.zz: “zz” is not"),
        ({"summary": {"fa": "a", "FA": "b"}}, "summary: names the same language twice."),
        ({"published": "22 Nov"}, "published: is not a date that can be read (“22 Nov”). Write a"),
        ({"published": "2026-13-01"}, "published: is not a date that can be read"),
        ({"published": "1405-09-01"}, "published: is in the year 1405 of the Gregorian calendar"),
        ({"published": "1799-12-31"}, "published: is in the year 1799 of the Gregorian calendar; "),
        (
            {"updated": "2221-01-01"},
            "updated: is in the year 2221 of the Gregorian calendar; years",
        ),
        ({"published": 20261122}, "published: must be a date. Write a Gregorian date such as"),
        ({"updated": {"fa": "x"}}, "updated.fa: is not a date that can be read"),
        ({"authors": "Sara"}, "authors: must be a list, not “Sara”."),
        ({"authors": ["Sara"]}, "authors.0: must be a group of named fields, not “Sara”."),
        (
            {"authors": [{"name": "S", "role": "cook"}]},
            "authors.0.role: must be author, translator",
        ),
        ({"authors": [{"name": "S"}] * 101}, "authors: has 101 entries, at most 100 are taken."),
        ({"tags": [1]}, "tags.0: must be text, not a number."),
        ({"image": "a.png"}, "image: must be a group of named fields, not “a.png”."),
        ({"image": {}}, "image.src: is missing."),
        (
            {"image": {"src": "a.png", "width": "3"}},
            "image.width: must be a whole number, not “3”.",
        ),
        ({"image": {"src": "a.png", "width": 0}}, "image.width: must be at least 1."),
        ({"image": {"src": "http://x/a.png"}}, "image.src: picture is on the network"),
        ({"image": {"src": "file:///a.png"}}, "image.src: picture has a file: address"),
        ({"image": {"src": "../a.png"}}, "image.src: picture leads out of the article's folder"),
        ({"image": {"src": "a.svg"}}, "image.src: picture is an SVG"),
        ({"url": "javascript:x"}, "url: is not an http, https or mailto address (“javascript:x”)."),
        ({"source": {"name": "S", "url": "x"}}, "source.url: is not an http, https or mailto"),
        ({"related": ["a/b"]}, "related.0: is not a safe file name (“a/b”)."),
        ({"body": 3}, "body: must be text, not a number."),
        ({"body": "x" * 2_000_001}, "body: has 2,000,001 characters, at most 2,000,000 are taken."),
        (
            {"body": "x" * 1_000_001},
            "body: has 1,000,001 characters of Markdown, at most 1,000,000",
        ),
        ({"body_format": "rst"}, "body_format: must be markdown or html, not “rst”."),
    ],
)
def test_one_plain_line(fields, line):
    (found,) = refusals(**fields)
    assert found.startswith(f"wheat.json: {line}")
    assert "input" not in found.lower()
    assert found.count("\n") == 0


def test_every_wrong_field_gets_its_line():
    lines = refusals(title=3, published="x", titel="y", image={"src": "/a"})
    assert len(lines) == 4


def test_a_flood_of_wrong_fields_is_bounded():
    lines = refusals(**{f"x{i}": 1 for i in range(5000)})
    assert len(lines) == 21
    assert lines[-1] == "wheat.json: 4980 more fields are wrong."


@pytest.mark.parametrize("name", ["wheat", "گندم-۲", "a_b.c", "گزارش_۱۴۰۵", "हिन्दी", "x" * 100])
def test_ids(name):
    assert article(id=name).id == name


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", ".a", "a.", "a..b", "-a", "a/b", "a\\b", "a b", "a\n", "a:b", "a*", "~a"),
        *("a\u200cb", "a\u202eb", "\ud800", "a%2fb", "con", "NUL.txt", "lpt1", "index"),
        *("x" * 101, "گ" * 91),
    ],
)
def test_ids_that_are_no_safe_file_names(name):
    (line,) = refusals(id=name)
    assert "id: " in line


@given(st.text(max_size=30))
def test_an_id_that_is_taken_stays_in_its_folder(tmp_path_factory, name):
    try:
        found = article(id=name).id
    except ValidationError:
        return
    folder = tmp_path_factory.getbasetemp()
    file = folder / f"{found}.en.html"
    assert file.resolve().parent == folder.resolve()
    file.write_text("x")
    file.unlink()
