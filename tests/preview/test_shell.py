"""The window says what it shows in its address, in the language of its user."""

import re

import pytest

from tests.conftest import LOCALES


def test_it_shows_an_article_in_two_languages(browser_of):
    html = browser_of.get("/?article=water-report&left=en&right=fa&scheme=dark").text
    frames = re.findall(r'<iframe id="frame-(\w+)" src="([^"]*)"', html)
    assert [side for side, _ in frames] == ["left", "right"]
    assert frames[0][1].startswith("/page/en/water-report?")
    assert "scheme=dark" in frames[0][1]
    assert frames[1][1].startswith("/page/fa/water-report?")


@pytest.mark.parametrize(
    ("asked", "header", "spoken"),
    [
        ("ui=fa", "en", 'lang="fa" dir="rtl"'),
        ("", "fa-AF,en;q=0.5", 'lang="fa-AF" dir="rtl"'),
        ("", "de", 'lang="en" dir="ltr"'),
        ("ui=xx", "ps", 'lang="ps" dir="rtl"'),
    ],
)
def test_it_speaks_its_users_language(browser_of, asked, header, spoken):
    html = browser_of.get(f"/?{asked}", accept_language=header).text
    assert f"<html {spoken}" in html


@pytest.mark.parametrize(
    "query",
    ["article=none", "left=xx&right=../..", "view=<script>", "scheme=%00", "panel=../shell", "ui="],
)
def test_what_nobody_knows_counts_as_left_out(browser_of, query):
    answer = browser_of.get(f"/?{query}")
    assert answer.status_code == 200
    assert "<script>" not in answer.text
    assert "../" not in answer.text


@pytest.mark.parametrize("locale", [*LOCALES, "en-XA", "ar-XB", "fa-XA"])
def test_each_language_and_pseudo_locale_has_a_page(browser_of, locale):
    answer = browser_of.get(f"/page/{locale}/water-report")
    assert f'<html lang="{locale}"' in answer.text
    assert browser_of.get(f"/front/{locale}").status_code == 200


def test_a_link_between_pages_leads_to_the_page_in_the_preview(browser_of):
    answer = browser_of.get("/page/en/water-report.fa-AF.html?scheme=dark")
    assert answer.status_code == 307
    assert answer.headers["location"] == "/page/fa-AF/water-report?scheme=dark"
    assert browser_of.get("/front/water-report.fa.html").headers["location"].startswith("/page/fa/")
    assert browser_of.get("/page/en/index.ps.html").headers["location"].startswith("/front/ps")


def test_pictures_and_fonts_of_a_page_are_there(browser_of):
    html = browser_of.get("/page/fa/water-report").text
    assets = set(re.findall(r'["( ,](/assets/[^" )]+)', html))
    assert {name.rpartition(".")[2] for name in assets} >= {"woff2", "avif"}
    for address in assets:
        answer = browser_of.get(address)
        assert answer.status_code == 200, address
        assert "immutable" in answer.headers["cache-control"]


def test_a_page_that_is_known_is_not_sent_again(browser_of):
    tag = browser_of.get("/page/fa/water-report").headers["etag"]
    assert browser_of.get("/page/fa/water-report", if_none_match=tag).status_code == 304
