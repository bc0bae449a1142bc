"""A site as a whole: what is there, and that one bad article stops nothing."""

import pytest
from lxml import html

from toolkit.article import Publication
from toolkit.render.renderer import Renderer


def names(folder):
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {str(path) for path in files if path.parts[0] != "assets"}


def test_what_a_site_has(make_site, small):
    folder, outcome = make_site([small("one", section="News"), small("two")])
    assert outcome.failures == []
    assert names(folder) - {".site"} == {
        *("index.html", "404.html", "sitemap.xml"),
        *(
            f"{stem}.{locale}.html"
            for stem in ("index", "one", "two", "section/index", "section/news")
            for locale in ("en", "fa")
        ),
        *("feed.en.xml", "feed.fa.xml"),
    }
    assert {file.relative_to(folder).as_posix() for file in outcome.files} == names(folder) - {
        ".site"
    }


def test_without_an_address_it_says_what_is_left_out(make_site, small):
    findings = []
    folder, outcome = make_site([small("one")], publication=Publication(), report=findings.append)
    assert outcome.failures == []
    assert [found.code for found in findings] == ["no-base-url"]
    assert not {name for name in names(folder) if name.endswith((".xml", ".txt"))}
    root = html.parse(folder / "one.en.html")
    assert root.findall(".//link[@rel='canonical']") == []


@pytest.mark.parametrize(
    ("base", "is_there"), [("https://example.org", True), ("https://example.org/news/", False)]
)
def test_robots_txt_is_only_where_robots_look(make_site, small, base, is_there):
    folder, _outcome = make_site([small("one")], publication=Publication(base_url=base))
    assert (folder / "robots.txt").exists() == is_there
    if is_there:
        assert "Sitemap: https://example.org/sitemap.xml" in (folder / "robots.txt").read_text()


def test_a_page_that_fails_stops_no_other(make_site, small, monkeypatch):
    stock = Renderer.page

    def page(self, article):
        if article.id == "one":
            raise ZeroDivisionError("x")
        return stock(self, article)

    monkeypatch.setattr(Renderer, "page", page)
    folder, outcome = make_site([small("one"), small("two")])
    assert {found.code for found in outcome.failures} == {"internal"}
    assert {"two.en.html", "index.en.html", "sitemap.xml"} <= names(folder)


def test_an_article_in_another_language_only_is_marked_and_stands_in(make_site, small):
    folder, _outcome = make_site([small("one"), small("two", title={"en": "Two", "fa": "دو"})])
    front = html.parse(folder / "index.fa.html")
    card = next(link for link in front.iter("a") if link.get("href") == "one.fa.html")
    text = card.getparent().getparent()
    assert (text.get("lang"), text.get("dir")) == ("en", "ltr")
    assert "متن به زبان انگلیسی" in text.text_content()
    page = html.parse(folder / "one.fa.html")
    assert page.find(".//link[@rel='canonical']").get("href").endswith("/news/one.en.html")
    assert page.findall(".//link[@hreflang]") == []


def test_a_list_has_pages_with_native_digits(make_site, many):
    folder, _outcome = make_site(many)
    page = html.parse(folder / "section/news.2.fa.html")
    assert len(page.findall(".//li[@class='card']")) == 20 + 8
    nav = page.find(".//nav[@class='pagination ui']")
    links = {link.text_content(): link for link in nav.iter("a")}
    assert list(links) == ["قبلی", "۱", "۲", "۳", "بعدی"]
    assert [text for text, link in links.items() if link.get("aria-current") == "page"] == ["۲"]
    assert links["۳"].get("aria-label") == "صفحهٔ ۳"
    assert links["قبلی"].get("href") == "../section/news.fa.html"
    assert nav.get("aria-label") == "صفحه‌ها"
    listed = [
        link.get("href")
        for number in ("", ".2", ".3")
        for link in html.parse(folder / f"section/news{number}.fa.html").iterfind(
            ".//div[@class='listing']//li[@class='card']//a"
        )
    ]
    assert len(listed) == len(set(listed)) == 45


def test_the_pdf_is_linked_where_there_is_one(make_site, small):
    article = small("one")
    with_pdf, _outcome = make_site([article], formats=("html", "pdf"), locales=("fa",))
    link = html.parse(with_pdf / "one.fa.html").find(".//p[@class='download ui']/a")
    assert (link.get("href"), link.text_content()) == ("one.fa.pdf", "دریافت PDF")
    assert (with_pdf / "one.fa.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("has_drafts", [True, False])
def test_the_page_not_found_speaks_every_language_once(make_site, small, has_drafts):
    """Dari readers get what Persian ones get; Pashto waits for its review."""
    publication = Publication(base_url="https://example.org/news", draft_labels=has_drafts)
    locales = ("en", "fa", "fa-AF", "ps")
    folder, _outcome = make_site([small("one")], publication=publication, locales=locales)
    root = html.parse(folder / "404.html")
    said = [
        (section.get("lang"), section.find("p//a").get("href"))
        for section in root.findall(".//div[@class='not-found']/section")
    ]
    assert said == [
        ("en", "/news/index.en.html"),
        ("fa", "/news/index.fa.html"),
        *([("ps", "/news/index.ps.html")] if has_drafts else []),
    ]


def test_pages_of_a_site_share_their_style(make_site, small):
    folder, _outcome = make_site([small("one"), small("two")])
    (sheet,) = (folder / "assets").glob("screen.*.css")
    for name in ("one.en.html", "two.fa.html"):
        root = html.parse(folder / name)
        assert root.find(".//link[@rel='stylesheet']").get("href") == f"assets/{sheet.name}"
        assert root.find(".//style") is None
