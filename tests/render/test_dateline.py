from datetime import UTC, date, datetime

import pytest

from toolkit import Locale, Renderer
from toolkit.article import Article, Publication
from toolkit.render.dateline import dateline

DAY = date(2026, 11, 22)


def worded(tag, day=DAY, **settings):
    found = []
    markup = dateline(day, Locale.parse(tag), Publication(**settings), found.append)
    assert markup.startswith(f'<time datetime="{day.isoformat()}">')
    return markup.striptags(), found


@pytest.mark.parametrize(
    ("tag", "calendars", "words"),
    [
        ("fa", {}, "۱ آذر ۱۴۰۵"),
        ("fa", {"fa": "gregorian"}, "۲۲ نوامبر ۲۰۲۶"),
        ("fa", {"fa": ["persian", "gregorian"]}, "۱ آذر ۱۴۰۵ / ۲۲ نوامبر ۲۰۲۶"),
        ("fa-AF", {"fa": ["gregorian", "persian"]}, "۲۲ نومبر ۲۰۲۶ / ۱ قوس ۱۴۰۵"),
        ("ps", {"ps": ["persian", "islamic"]}, "۱ لیندۍ ۱۴۰۵ / ۱۲ جمادي الثاني ۱۴۴۸ هجري قمري"),
        ("en", {"en": ["gregorian", "persian"]}, "November 22, 2026 / Azar 1, 1405 AP"),
        ("ar", {"ar": ["gregorian", "islamic-civil"]}, "22 نوفمبر 2026 / 11 جمادى الآخرة 1448 هـ"),
        ("fa", {"en": "persian"}, "۱ آذر ۱۴۰۵"),
    ],
)
def test_the_publications_calendars(tag, calendars, words):
    assert worded(tag, calendars=calendars) == (words, [])


def test_a_calendar_that_does_not_know_the_day_is_left_out_with_a_warning():
    old = date(1850, 1, 1)
    words, (found,) = worded("ps", old, calendars={"ps": ["persian", "islamic"]})
    assert words == "۱۱ مرغومی ۱۲۲۸"
    assert (found.code, found.severity) == ("date-out-of-range", "warning")
    assert "1343 to 1500" in found.reason
    words, _ = worded("ar", old, calendars={"ar": "islamic"})
    assert words == "1 يناير 1850"


def test_days_are_read_in_the_publications_time_zone():
    evening = datetime(2026, 11, 21, 20, 15, tzinfo=UTC)
    assert worded("fa", evening)[0] == "۳۰ آبان ۱۴۰۵"
    assert worded("fa", evening, time_zone="Asia/Kabul")[0] == "۱ آذر ۱۴۰۵"
    assert worded("fa", evening, languages=["fa-AF"])[0] == "۱ آذر ۱۴۰۵"


def test_the_clocks_of_tehran_had_summer_time_until_2022():
    for year, expected in ((2022, "۱۱ خرداد ۱۴۰۱"), (2023, "۱۰ خرداد ۱۴۰۲")):
        evening = datetime(year, 5, 31, 19, 45, tzinfo=UTC)  # 00:15 by +04:30, 23:15 by +03:30
        assert worded("fa", evening, languages=["fa"])[0] == expected


def test_each_of_two_dates_can_be_kept_on_one_line():
    publication = Publication(calendars={"en": ["gregorian", "persian"]})
    assert dateline(DAY, Locale.parse("en"), publication, print) == (
        '<time datetime="2026-11-22">'
        "<span>November 22, 2026</span> / <span>Azar 1, 1405 AP</span></time>"
    )


def test_both_dates_are_on_the_page_and_a_warning_names_the_file():
    calendars = {"fa": ["persian", "islamic"]}
    for day, dates in (
        ("2026-11-22", "<span>۱ آذر ۱۴۰۵</span> / <span>۱۲ جمادی‌الثانی ۱۴۴۸ ه‍.ق.</span>"),
        ("1850-01-01", "۱۱ دی ۱۲۲۸"),
    ):
        article = Article(id="x", lang="fa", title="آب", body="<p>آب</p>", published=day)
        found = []
        publication = Publication(calendars=calendars)
        renderer = Renderer("fa", publication=publication, report=found.append)
        page = renderer.html(article.located(file="x.md", folder=None))
        assert f'<time datetime="{day}">{dates}</time>' in page
    assert {(each.code, each.file) for each in found} == {("date-out-of-range", "x.md")}
