"""Pages as a whole, in the four languages."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from lxml import html
from page import is_pdf_compliant_bytes
from PIL import Image

from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.language import Labels, Locale
from toolkit.render import Renderer
from toolkit.resources import SAMPLES

PRESENTATION_FORMS = re.compile("[\ufb50-\ufd3d\ufd40-\ufdfb\ufdfd-\ufdff\ufe70-\ufefe]")


@pytest.fixture
def english(samples):
    return samples["bridge-opening"]


def test_the_page_is_in_the_readers_language(renderer_for, samples, locale):
    root = html.document_fromstring(renderer_for(locale).html(samples["water-report"]))
    assert (root.get("lang"), root.get("dir")) == (locale, Locale.parse(locale).direction)
    label = Labels(locale).text("news.latest")
    assert root.findtext(".//h2[@id='latest-heading']") == label
    assert root.findtext(".//a[@class='skip-link ui']") == Labels(locale).text(
        "a11y.skip_to_content"
    )


def test_the_language_switch_names_each_language_in_itself(renderer_for, samples):
    root = html.document_fromstring(renderer_for("fa").html(samples["water-report"]))
    links = root.findall(".//nav[@class='languages']//a")
    assert [(link.text, link.get("lang"), link.get("hreflang")) for link in links] == [
        ("English", "en", "en"),
        ("فارسی", "fa", "fa"),
        ("دری", "fa-AF", "fa-AF"),
        ("پښتو", "ps", "ps"),
    ]
    assert [link.get("lang") for link in links if link.get("aria-current")] == ["fa"]


@pytest.mark.parametrize("locale", ["fa", "fa-AF", "ps"])
def test_an_english_article_is_marked_in_another_languages_page(renderer_for, english, locale):
    root = html.document_fromstring(renderer_for(locale).html(english))
    body = root.find(".//div[@class='body']")
    assert (body.get("lang"), body.get("dir")) == ("en", "ltr")
    headline = root.find(".//h1")
    assert (headline.get("lang"), headline.get("dir")) == ("en", "ltr")
    assert Labels(locale).text("article.published", date="").strip() in root.text_content()


def test_a_persian_alt_gives_way_to_a_label_on_an_english_page(english):
    findings = []
    root = html.document_fromstring(Renderer("en", report=findings.append).html(english))
    alt = root.find(".//figure[@class='lead']//img").get("alt")
    assert alt.startswith("Picture accompanying: \u2068New Bridge")
    assert [(found.code, found.field) for found in findings] == [("alt-language", "image.alt.en")]


def test_a_persian_alt_stays_on_a_dari_page_and_is_marked(english):
    findings = []
    root = html.document_fromstring(Renderer("fa-AF", report=findings.append).html(english))
    image = root.find(".//figure[@class='lead']//img")
    assert image.get("lang") == "fa"
    assert image.get("alt").startswith("نقاشی")
    assert findings == []


def test_dates_are_the_locales_own_and_iso_for_machines(renderer_for, samples):
    root = html.document_fromstring(renderer_for("fa-AF").html(samples["water-report"]))
    time = root.find(".//p[@class='dates']//time")
    assert (time.text, time.get("datetime")) == ("۲۵ عقرب ۱۴۰۵", "2026-11-16T17:45:00+04:30")


def test_no_presentation_form_and_no_embedding_anywhere(renderer_for, samples, locale):
    for article in samples.values():
        page = renderer_for(locale).html(article)
        assert not PRESENTATION_FORMS.search(page)
        assert not re.search("[\u202a-\u202e]", page)


def test_the_same_input_gives_the_same_page_in_any_thread(renderer_for, samples):
    renderer, articles = renderer_for("fa"), list(samples.values())
    alone = [renderer.html(article) for article in articles]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(renderer.html, articles * 3)) == alone * 3


def test_an_article_made_in_memory_is_prepared_on_the_way():
    article = Article(id="a", lang="fa", title="آب", body="متن <script>alert(1)</script> **Hello**")
    page = Renderer("fa", report=lambda _finding: None).html(article)
    assert "alert" not in page
    assert '<strong lang="en" dir="ltr">Hello</strong>' in page


def test_a_logo_stands_in_place_of_the_name(tmp_path):
    (tmp_path / "toolkit.toml").write_text('name = "The Paper"\nlogo = "logo.png"\n')
    Image.new("RGB", (60, 20), "red").save(tmp_path / "logo.png")
    article = prepare(Article(id="a", lang="en", title="T", body="Text."))
    renderer = Renderer("en", publication=Publication.load(tmp_path))
    page = renderer.page(article)
    logo = html.document_fromstring(page.html).find(".//img[@class='logo']")
    assert (logo.get("alt"), logo.get("width")) == ("The Paper", "60")
    assert page.pictures[logo.get("src").removeprefix("assets/")].read()
    assert is_pdf_compliant_bytes(renderer.pdf(article), profile="ua1")


def test_the_publications_rights_stand_in_the_footer_marked():
    publication = Publication.model_validate({"rights": {"fa": "© پیک"}, "languages": ("fa",)})
    article = prepare(Article(id="a", lang="fa", title="آب", body="متن."))
    for locale, languages in (("fa", []), ("ps", ["fa"])):
        root = html.document_fromstring(Renderer(locale, publication=publication).html(article))
        (line,) = root.xpath("//footer[contains(@class, 'colophon')]/p[contains(., '© پیک')]")
        assert [part.get("lang") for part in line.iter("span")] == languages


def test_a_missing_logo_gives_way_to_the_name_with_a_warning(tmp_path):
    (tmp_path / "toolkit.toml").write_text('name = "The Paper"\nlogo = "logo.png"\n')
    findings = []
    article = prepare(Article(id="a", lang="en", title="T", body="Text."))
    renderer = Renderer("en", publication=Publication.load(tmp_path), report=findings.append)
    assert "The Paper" in renderer.html(article)
    assert [(found.severity, found.field) for found in findings] == [("warning", "logo")]


def test_a_token_rule_can_be_switched_off():
    findings = []
    article = Article(
        id="a", lang="fa", title="آب", body="از ۲-۳ کیلو", token_rules_off=("range", "hashtags")
    )
    renderer = Renderer("fa", report=findings.append)
    assert '<bdi dir="ltr">۲-۳</bdi>' not in renderer.html(article)
    assert [found.remedy for found in findings] == ["Write hashtag"]
    plain = article.model_copy(update={"token_rules_off": ()})
    assert '<bdi dir="ltr">۲-۳</bdi>' in renderer.html(plain)


def test_a_publication_is_optional():
    article = prepare(Article(id="a", lang="en", title="Alone", body="Text."))
    root = html.document_fromstring(Renderer("en").html(article))
    assert root.find(".//aside") is None
    assert root.findtext(".//title").startswith("Alone – ")


def test_the_pictures_of_a_page_are_those_it_refers_to(renderer_for, samples):
    page = renderer_for("en").page(samples["harvest-data"])
    root = html.document_fromstring(page.html)
    sources = {image.get("src") for image in root.iter("img")}
    for offered in root.iter("source"):
        sources |= {choice.split()[0] for choice in offered.get("srcset").split(", ")}
    assert sources == {f"assets/{name}" for name in page.pictures}
    assert all(picture.read() for picture in page.pictures.values())


def test_the_front_page_leads_with_the_newest(renderer_for, samples):
    root = html.document_fromstring(renderer_for("ps").front().html)
    titles = [title.text_content().strip() for title in root.iter("h2", "h3")]
    newest = samples["ferry-line"].title["ps"]
    assert titles[0] == newest
    assert len(root.findall(".//li[@class='card']")) == len(samples)


def test_text_is_logical_with_isolates(renderer_for, samples):
    text = renderer_for("fa").text(samples["water-report"])
    assert "\u2066S/2026/53\u2069" in text
    assert "خانه‌" in text or "\u200c" in text
    assert not PRESENTATION_FORMS.search(text)


def test_pashto_on_a_terminal_stays_logical_with_a_notice(samples):
    findings = []
    text = Renderer("ps", report=findings.append).terminal(samples["water-report"])
    assert "terminal-letters" in {found.code for found in findings}
    assert "ملګر" in text


def test_the_samples_folder_is_found():
    assert (SAMPLES / "toolkit.toml").exists()


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("fa-AF", "نوشته‌ها"),
        ("ps", "لیکنې"),
        ("ur", "\u2068Articles\u2069"),
        ("en-XA", "[Åŕţîçļéš öñé]"),
    ],
)
def test_a_publication_without_a_name_gets_a_label(locale, name):
    page = Renderer(locale).html(Article(id="a", lang="en", title="Rain", body="<p>Rain.</p>"))
    assert f"– {name}</title>" in page
