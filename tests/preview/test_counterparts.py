"""What one language version of an article has and another lacks."""

import pytest

from toolkit.article import Article
from toolkit.article.prepare import prepare
from toolkit.language import Locale
from toolkit.preview.counterparts import counterparts
from toolkit.preview.units import units

EN, FA = Locale.parse("en"), Locale.parse("fa")


@pytest.fixture
def compared():
    """Return a function of two bodies: what each has alone, by kind and beginning."""

    def compare(english, persian, **fields):
        body = {"en": english, "fa": persian}
        made = Article(id="a", lang="en", title={"en": "T", "fa": "ع"}, body=body, **fields)
        return counterparts(prepare(made, report=lambda _finding: None), EN, FA)

    return compare


def alone(found):
    return [[(unit.kind, unit.text) for unit in side] for side in found.only]


def test_versions_with_the_same_parts_have_no_gap(compared):
    found = compared("<p>One.</p><h2>H</h2><p>Two.</p>", "<p>یک.</p><h2>ع</h2><p>دو.</p>")
    assert (found.count, found.pairs, found.verdict) == (0, ((1, 1), (2, 2), (3, 3)), "compared")


def test_a_heading_is_no_counterpart_of_a_paragraph(compared):
    found = compared("<h2>H</h2><p>One.</p>", "<p>یک.</p>")
    assert alone(found) == [[("heading", "H")], []]


@pytest.mark.parametrize("missing", range(4))
def test_numbers_tell_which_paragraph_is_missing(compared, missing):
    """Native digits and separators count as the same numbers."""
    numbers = [("12 men.", "۱۲ مرد."), ("3.5 m", "۳٫۵ متر"), ("1,840", "۱٬۸۴۰"), ("7%", "۷٪")]
    english = [f"<p>{one}</p>" for one, _ in numbers]
    persian = [f"<p>{other}</p>" for _, other in numbers]
    found = compared("".join(english), "".join(persian[:missing] + persian[missing + 1 :]))
    assert alone(found) == [[("paragraph", numbers[missing][0])], []]


def test_length_tells_it_where_there_is_nothing_else(compared):
    long, short = "word " * 60, "واژه " * 60
    found = compared(f"<p>{long}</p><p>Short.</p>", f"<p>{short}</p>")
    assert alone(found) == [[("paragraph", "Short.")], []]


def test_items_figures_tables_verse_code_and_notes_are_told_apart():
    body = prepare(
        Article(
            id="a",
            lang="en",
            title="T",
            body="- One\n  - Inner\n- Two\n\n> Quote\n\n| A |\n|---|\n| 1 |\n\n"
            "```\ncode\n```\n\nText[^1]\n\n[^1]: Note\n",
        )
    ).body
    assert [(unit.kind, unit.level, unit.text) for unit in units(body)] == [
        ("item", 1, "One"),
        ("item", 2, "Inner"),
        ("item", 1, "Two"),
        ("quotation", 0, "Quote"),
        ("table", 0, "A 1"),
        ("code", 0, "code"),
        ("paragraph", 0, "Text1"),
        ("note", 1, "Note"),
    ]


def test_fields_that_readers_get_in_another_language_are_told(compared):
    found = compared("<p>One.</p>", "<p>یک.</p>", summary={"en": "S"})
    assert [[(gap.field, gap.shown) for gap in side] for side in found.fields] == [
        [],
        [("summary", "en")],
    ]


def test_one_body_for_both_is_said():
    article = prepare(Article(id="a", lang="en", title="T", body="<p>One.</p>"))
    found = counterparts(article, EN, FA)
    assert found.verdict == "same"
    assert [gap.field for gap in found.fields[1]] == ["title", "body"]


def test_dari_is_no_gap_for_who_gets_persian():
    article = prepare(Article(id="a", lang="fa", title="ع", body="<p>یک.</p>"))
    assert counterparts(article, FA, Locale.parse("fa-AF")).count == 0


def test_too_many_parts_are_not_compared(compared):
    found = compared("<p>One.</p>" * 1_100, "<p>یک.</p>" * 1_000)
    assert (found.verdict, found.pairs) == ("long", ())


def test_the_samples_gap_is_found(samples):
    """The English of the water report explains a couplet that the Persian quotes."""
    article = prepare(samples["water-report"], report=lambda _finding: None)
    found = counterparts(article, EN, FA)
    assert [[unit.text[:22] for unit in side] for side in found.only] == [
        ["‘If you wed the water "],
        [],
    ]
