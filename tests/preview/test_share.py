"""A page to send is one file with a name that says what it is."""

import pytest


@pytest.mark.parametrize("locale", ["en", "fa-AF"])
def test_a_page_is_saved_as_one_file(browser_of, locale):
    answer = browser_of.get(f"/share/{locale}/water-report.html")
    file = f"water-report.{locale}.html"
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{file}"
    assert '"/assets/' not in answer.text
    assert "data-paragraph" not in answer.text
    assert "data:font/woff2" in answer.text


@pytest.mark.parametrize(
    "path", ["/share/en/none.html", "/share/xx/water-report.html", "/share/en/..%2ftoolkit.toml"]
)
def test_only_articles_are_saved(browser_of, path):
    assert browser_of.get(path).status_code == 404
