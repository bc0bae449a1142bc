"""A publication's own labels, and what a page does with a label in another language."""

import re

import pytest
from lxml import html

from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.errors import CatalogueError, PublicationError
from toolkit.language import Labels
from toolkit.render import Renderer, Theme
from toolkit.render.batch import Batch

SKIP = 'msgctxt "a11y.skip_to_content"\nmsgid "Skip to main content"\nmsgstr "{}"\n'
BODY = "Text.[^1]\n\n| A |\n|---|\n| B |\n\n```\ncode\n```\n\n[^1]: Note.\n"


@pytest.fixture
def article():
    return prepare(Article(id="a", lang="ps", title="خبر", body=BODY))


@pytest.fixture
def words(tmp_path):
    """Return a function that writes a catalogue into the publication's folder of labels."""
    (tmp_path / "labels").mkdir()
    (tmp_path / "toolkit.toml").write_text('labels = "labels"\n')

    def write(name, text):
        (tmp_path / "labels" / name).write_text(text, "utf-8")
        return tmp_path

    return write


def skip_link(renderer, article):
    root = html.document_fromstring(renderer.html(article))
    return root.findtext(".//a[@class='skip-link ui']")


def test_a_publications_folder_overrides_labels(words, article):
    publication = Publication.load(words("fa.po", SKIP.format("برو به متن")))
    assert skip_link(Renderer("fa", publication=publication), article) == "برو به متن"
    assert skip_link(Renderer("fa-AF", publication=publication), article) != "برو به متن"


def test_a_developer_gives_a_folder_or_labels(words, article):
    folder = words("fa.po", SKIP.format("برو به متن")) / "labels"
    assert skip_link(Renderer("fa", labels=folder), article) == "برو به متن"
    assert skip_link(Renderer("fa", labels=Labels("fa", [folder])), article) == "برو به متن"
    with pytest.raises(CatalogueError, match="labels are for fa, the page is for ps"):
        Renderer("ps", labels=Labels("fa"))


def test_a_label_that_no_page_can_fill_is_told_once_and_falls_back(words, article):
    damaged = 'msgctxt "nav.home"\nmsgid "Home"\nmsgstr "خانه {x}"\n'
    publication = Publication.load(words("fa.po", damaged))
    said = []
    renderer = Renderer("fa", publication=publication, report=said.append)
    assert renderer.labels.text("nav.home") == Labels("fa").text("nav.home")
    renderer.html(article)
    assert [found.place.rpartition("/")[2] for found in said] == ["fa.po:1"]
    assert "Delete {x}" in str(said[0])


def test_a_damaged_catalogue_is_named_before_anything_is_written(words, article, tmp_path):
    folder = words("ps.po", SKIP.format("x") + "\nmsgid damaged\n")
    batch = Batch(
        articles=(article,), locales=("en", "ps"), formats=("html",), out=tmp_path / "out",
        publication=Publication.load(folder), theme=Theme.builtin(), report=print,
    )  # fmt: skip
    with pytest.raises(CatalogueError, match=r"labels/ps\.po:5: This line is damaged"):
        batch.run()
    assert not (tmp_path / "out").exists()


def test_a_missing_folder_is_named(tmp_path):
    (tmp_path / "toolkit.toml").write_text('labels = "words"\n')
    with pytest.raises(PublicationError, match="labels: is no folder"):
        Renderer("fa", publication=Publication.load(tmp_path))


def test_drafts_are_the_publications_choice(article):
    for drafts, lang in ((True, "ps"), (False, "en")):
        publication = Publication(draft_labels=drafts)
        assert Renderer("ps", publication=publication).labels.lang("ref.footnotes") == lang


def test_a_name_in_another_language_is_marked_and_its_content_is_not(article):
    """No markup fits into an attribute: ``lang`` on its element tells how to speak it."""
    root = html.document_fromstring(Renderer("ps").html(article))
    named = {
        element.get("aria-label").strip("\u2066\u2069"): element
        for element in root.iter()
        if re.search("[A-Za-z]", element.get("aria-label", ""))
    }
    assert {name: element.tag for name, element in named.items()} == {
        "Footnote 1": "a",
        "Back to text, note 1": "a",
        "Scrollable table": "div",
        "Code sample": "div",
    }
    assert {element.get("lang") for element in named.values()} == {"en"}
    for region in root.xpath("//*[@role='region']"):
        assert [child.get("lang") for child in region] == ["ps"]


@pytest.mark.parametrize("locale", ["ps", "fa"])
def test_a_fallback_in_the_language_switch_is_marked_and_its_links_are_their_own(article, locale):
    root = html.document_fromstring(Renderer(locale).html(article))
    switch = root.find(".//nav[@class='languages']")
    assert switch.get("lang") == locale
    assert {link.get("lang") for link in switch.iter("a")} == {"en", "fa", "fa-AF", "ps"}
    foreign = html.document_fromstring(Renderer("de").html(article)).find(".//nav")
    assert (foreign.get("lang"), foreign.get("aria-label")) == ("en", "Language")
