"""What a PDF says of itself: metadata, outline, attachment."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import toolkit
from tests.conftest import LOCALES
from tests.render.pdf.test_document import document
from toolkit.direction.script import first_strong
from toolkit.errors import RenderError
from toolkit.language import Locale
from toolkit.render.pdf.facts import build_date
from toolkit.render.pdf.outline import directed

NS = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def packet(sample_pdf, opened):
    def read(name, locale):
        pdf = opened(sample_pdf(name, locale))
        return etree.fromstring(pdf.Root.Metadata.read_bytes())

    return read


@pytest.mark.parametrize("locale", LOCALES)
def test_metadata_has_each_languages_title(packet, samples, locale):
    title = samples["water-report"].title
    items = packet("water-report", locale).findall(".//dc:title/rdf:Alt/rdf:li", NS)
    assert items[0].text == title[locale]
    assert {item.get(LANG): item.text for item in items[1:]} == title


def test_metadata_name_the_languages_of_the_parts(packet):
    items = packet("poetry-evening", "en").findall(".//dc:language/rdf:Bag/rdf:li", NS)
    tags = [item.text for item in items]
    assert tags[0] == "en"
    assert "fa" in tags
    assert len(tags) == len(set(tags))


def test_metadata_have_authors_topics_and_dates(packet, samples):
    tree = packet("water-report", "fa")
    authors = [item.text for item in tree.findall(".//dc:creator/rdf:Seq/rdf:li", NS)]
    topics = [item.text for item in tree.findall(".//dc:subject/rdf:Bag/rdf:li", NS)]
    assert authors == ["نیلوفر رهگذر"]
    assert topics == list(samples["water-report"].tags["fa"])
    assert tree.findtext(".//xmp:CreateDate", namespaces=NS) == "2026-11-16T17:45:00+04:30"
    assert tree.findtext(".//xmp:ModifyDate", namespaces=NS) == "2026-11-18T09:10:00+04:30"


def test_metadata_of_hostile_html_stay_xml(opened):
    head = (
        "<title>&lt;/rdf:RDF&gt; ]]> & \x0b</title><meta name=author content='&quot;<x>'>"
        "<meta name=dcterms.created content='<y>'>"
    )
    pdf = opened(toolkit.write_pdf(document("<p>آب</p>", head=head)))
    tree = etree.fromstring(pdf.Root.Metadata.read_bytes())
    assert tree.findtext(".//dc:creator/rdf:Seq/rdf:li", namespaces=NS) == '"<x>'
    assert tree.find(".//xmp:CreateDate", NS) is None


def test_a_document_without_a_date_has_that_of_the_build(opened, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    pdf = opened(toolkit.write_pdf(document("<p>آب</p>")))
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20231114221320")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert "/CreationDate" not in opened(toolkit.write_pdf(document("<p>آب</p>"))).docinfo


@pytest.mark.parametrize("seconds", ["soon", "1e9", "9" * 40])
def test_a_build_date_that_is_none(monkeypatch, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    with pytest.raises(RenderError, match="SOURCE_DATE_EPOCH"):
        build_date()


@pytest.mark.parametrize(
    ("title", "direction", "marked"),
    [
        ("گام بعدی", "rtl", "گام بعدی"),
        ("C++ در ایران", "rtl", "\u200fC++ در ایران"),
        ("«آب»", "rtl", "\u200f«آب»\u200f"),
        ("آب چیست؟", "rtl", "آب چیست؟\u200f"),
        ("Hello World", "rtl", "Hello World"),
        ("What is “آب”?", "ltr", "What is “آب”?\u200e"),
        ("آب means water", "ltr", "\u200eآب means water"),
        ("۱۴۰۵", "rtl", "۱۴۰۵"),
        ("", "rtl", ""),
    ],
)
def test_titles_of_the_outline_stand_in_the_documents_direction(title, direction, marked):
    assert directed(title, direction) == marked


@given(st.text("آبcd 12«»().؟", max_size=12), st.sampled_from(["ltr", "rtl"]))
def test_a_marked_title_reads_in_its_direction(title, direction):
    marked = directed(title, direction)
    assert marked.strip("\u200e\u200f") == title
    if marked != title and marked[0] in "\u200e\u200f":
        assert first_strong(title[:1]) != direction


def test_the_outline_leads_to_structure_in_pdf_ua_2(renderer_for, samples, opened):
    pdf = opened(renderer_for("fa").pdf(samples["water-report"], profile="ua2"))
    (first, *_) = pdf.open_outline().root
    assert first.action.SD[0].S == "/H1"
    assert [first.title, len(first.children) > 2] == [
        samples["water-report"].title["fa"] + "\u200f",
        True,
    ]


@pytest.mark.parametrize("profile", ["accessible", "archive", "ua2", "draft"])
def test_the_source_is_attached_where_it_is_asked_for(renderer_for, samples, opened, profile):
    article = samples["water-report"]
    pdf = opened(renderer_for("fa").pdf(article, profile=profile, attach=True))
    (name,) = pdf.attachments
    assert name == "water-report.json"
    (specification,) = pdf.Root.AF
    assert specification.AFRelationship == "/Source"
    data = pdf.attachments[name].get_file().read_bytes()
    assert json.loads(data)["title"] == article.title
    assert "file" not in json.loads(data)
    again = toolkit.Article.model_validate_json(data)
    assert (again.body, again.authors) == (article.body, article.authors)
    assert not opened(renderer_for("fa").pdf(article, profile="draft")).attachments


def test_pages_are_labelled_as_they_are_printed(sample_pdf, opened):
    for locale in LOCALES:
        labels = [page.label for page in opened(sample_pdf("water-report", locale)).pages]
        digits = Locale.parse(locale).digits
        assert labels == [digits(str(number)) for number in range(1, len(labels) + 1)]
