"""Pages that tell which label and paragraph is where, and are otherwise the page itself."""

import re

import pytest
from lxml import html

from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.check.fields import read_article
from toolkit.language import Labels
from toolkit.render import Renderer
from toolkit.render.label_marks import MarkedLabels

ADDED = re.compile(
    r' data-(?:label|label-state|label-attribute|paragraph)="[^"]*"|</?toolkit-label[^>]*>'
)
NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")


def annotated(renderer, article):
    return renderer.annotated(article, lambda label: f"state-of-{label}").html


def named(page, label):
    """Return what stands on a page for a label."""
    return html.document_fromstring(page).xpath(f"//*[@data-label='{label}']")


@pytest.fixture
def nameless(samples):
    """Return a function of a locale: the renderer of a publication with nothing of its own."""

    def renderer(locale):
        return Renderer(locale, articles=samples.values(), report=lambda _finding: None)

    return renderer


def test_without_annotations_it_is_the_page(renderer_for, samples, locale):
    renderer = renderer_for(locale)
    for article in samples.values():
        page = annotated(renderer, article)
        assert ADDED.sub("", page) == renderer.html(article)
        assert page.count("data-label=") > 10
        assert not NONCHARACTERS.search(page)


@pytest.mark.parametrize("locale", ["ps", "en-XA", "ar-XB", "ar"])
def test_nor_where_labels_fall_back_or_are_disguised(nameless, samples, locale):
    renderer = nameless(locale)
    for article in samples.values():
        page = annotated(renderer, article)
        assert ADDED.sub("", page) == renderer.html(article)


def test_every_label_is_named_once_with_what_it_says(renderer_for, samples, locale):
    renderer = renderer_for(locale)
    page = annotated(renderer, samples["water-report"])
    for label in ("a11y.skip_to_content", "news.latest", "ref.footnotes", "share.heading"):
        (element,) = named(page, label)
        assert element.text_content() == renderer.labels.text(label).strip("\u2066\u2067\u2069")
        assert element.get("data-label-state") == f"state-of-{label}"


def test_a_label_with_values_is_named_as_a_whole(renderer_for, samples):
    (byline,) = named(annotated(renderer_for("en"), samples["water-report"]), "article.byline")
    assert byline.text_content() == "By Nilofar Rahgozar"


def test_a_label_within_a_text_gets_an_element():
    """The link says what it leads to before its own text."""
    body = '<p>See <a class="video" href="https://example.org/v">the film</a>.</p>'
    article = prepare(Article(id="a", lang="en", title="T", body=body))
    (element,) = named(annotated(Renderer("en"), article), "media.video")
    assert (element.text_content(), element.tail or element.getparent().tail) == (
        "Video",
        ": the film",
    )


def test_a_label_within_a_label_is_named_too(renderer_for, samples):
    page = annotated(renderer_for("en"), samples["water-report"])
    (network,) = named(page, "network.telegram")
    assert network.text_content() == "Telegram"
    assert network.xpath("ancestor::*[@data-label='share.on']")


def test_labels_in_attributes_are_named_with_them(renderer_for, samples):
    page = html.document_fromstring(annotated(renderer_for("fa"), samples["water-report"]))
    (nav,) = page.xpath("//*[@data-label-attribute='aria-label:nav.language']")
    assert nav.get("aria-label") == renderer_for("fa").labels.text("nav.language")


def test_a_page_and_a_check_call_a_block_by_the_same_number(renderer_for, samples):
    """Words of each passage stand in the element of its number."""
    for article in samples.values():
        own = prepare(article, report=lambda _finding: None)
        page = html.document_fromstring(annotated(renderer_for(own.lang), own))
        passages = [p for p in read_article(own) if p.block and p.version == own.lang]
        assert passages
        for passage in (p for p in passages if p.role == "text"):
            (block,) = page.xpath(f"//*[@data-paragraph='body.{passage.block}']")
            first = re.split("[\u2028\ufffc]", passage.text)[0].split()[:3]
            assert " ".join(first) in " ".join(block.text_content().split()), passage


def test_headline_teaser_and_caption_are_paragraphs(renderer_for, samples):
    page = html.document_fromstring(annotated(renderer_for("en"), samples["water-report"]))
    for name in ("title", "standfirst", "image.alt", "image.caption", "image.credit"):
        assert len(page.xpath(f"//*[@data-paragraph='{name}']")) == 1


def test_marks_in_an_article_name_nothing(renderer_for):
    """What an author writes is no mark, and breaks no page."""
    text = "\ufdda\ufdd9\ufdd9\ufdd9\ufdd9\ufddb<b>A</b>\ufddc\ufddc\ufdda\ufdd0\ufddbB"
    article = prepare(Article(id="a", lang="en", title="T", body=f"<p>{text}</p>"))
    page = annotated(renderer_for("en"), article)
    assert html.document_fromstring(page).xpath("string(//p[@data-paragraph])") == "AB"


def test_a_label_cannot_bring_markup_in(tmp_path):
    hostile = '"><script>alert(1)</script>'
    escaped = hostile.replace('"', '\\"')
    (tmp_path / "fa.po").write_text(
        f'msgctxt "nav.back_to_top"\nmsgid "Back to top"\nmsgstr "{escaped}"\n', "utf-8"
    )
    article = prepare(Article(id="a", lang="fa", title="عنوان", body="<p>متن</p>"))
    page = annotated(Renderer("fa", labels=tmp_path, publication=Publication()), article)
    (element,) = named(page, "nav.back_to_top")
    assert element.text_content().strip("\u2066-\u2069") == hostile
    assert "<script>alert" not in page


def test_marked_labels_say_what_labels_say():
    labels = Labels("ps")
    marked = MarkedLabels(labels)
    said = marked.text("ref.footnote_n", n=3)
    assert NONCHARACTERS.search(said)
    assert NONCHARACTERS.sub("", said) == labels.text("ref.footnote_n", n=3)
