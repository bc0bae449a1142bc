"""Nothing is left untranslatable: masked articles in pseudo-locales have no readable word.

A label shows in the letters of its pseudo-locale, what an article or the publication says is
masked, and names and dates are those of the locale; any other word is in a template or in code.
"""

import io
import json
import re
from pathlib import Path

import pikepdf
import pytest
from lxml import etree, html

from tests.masked import ADDRESS, ARABIC, LATIN, mask, masked
from tests.render.site.conftest import build
from toolkit.language import Locale
from toolkit.language.pseudo import PSEUDO_LOCALES
from toolkit.language.tables import table
from toolkit.render import Renderer, Theme
from toolkit.render.plan import Plan
from toolkit.resources import TEMPLATES

NAMES = {"alt", "title", "aria-label", "aria-description", "placeholder", "summary", "label"}
METADATA = {"description", "author", "keywords", "og:title", "og:description", "og:site_name"}
METADATA |= {"og:image:alt", "article:author", "article:section", "article:tag"}
DESCRIBING = {"name", "headline", "alternativeHeadline", "description", "caption", "creditText"}
DESCRIBING |= {"articleSection", "keywords", "copyrightNotice"}

ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
"""A character by its number, https://www.w3.org/TR/css-syntax-3/#escaping."""


@pytest.fixture(scope="module")
def publication(publication):
    """The sample publication, masked; a section keeps its key."""
    return masked(publication)


@pytest.fixture(scope="module")
def articles(samples, publication):
    """The sample articles, masked."""
    return [masked(article, publication.sections) for article in samples.values()]


@pytest.fixture(scope="module")
def renderer_of(articles, publication):
    """Return a function of locale and theme that gives the masked publication's renderer."""

    def renderer(tag, theme=None):
        return Renderer(
            tag,
            publication=publication,
            articles=articles,
            theme=theme,
            plan=Plan.of(publication, (tag,)),
            report=lambda _finding: None,
        )

    return renderer


@pytest.fixture(params=PSEUDO_LOCALES)
def tag(request):
    """Each pseudo-locale in turn."""
    return request.param


def readable(texts, tag, articles, publication):
    """Return the words that are neither a label, nor masked, nor names and dates of the locale."""
    known = letters(tag) | {LATIN, ARABIC}
    own = own_words(tag, articles, publication)
    found = {word for text in texts for word in words(text) if not set(word) <= known}
    return sorted(found - own)


def words(text):
    return "".join(letter if letter.isalpha() else " " for letter in text).split()


def letters(tag):
    found = table("pseudo")[tag]
    shown = "".join([*found["letters"].values(), *found["initial"].values(), *found["padding"]])
    return set(shown + shown.upper() + found["suffix"]) - set("abcdefghijklmnopqrstuvwxyz")


def own_words(tag, articles, publication):
    locale = Locale.parse(tag)
    texts = [locale.list("..."), locale.list(".."), f"{ADDRESS} {tag} html"]
    for article in articles:
        texts.append(article.id)
        for value in (article.published, article.updated):
            days = value.values() if isinstance(value, dict) else [value] if value else []
            texts += [locale.date(day, time_zone=publication.time_zone) for day in days]
    texts += ["a b c"]  # the items of a list that is counted by letters
    for other in (*publication.languages, tag):
        texts += [locale.name_of(other), Locale.parse(other).autonym]
    return {word for text in texts for word in words(text)}


def texts_of(page):
    """Yield every text a reader sees or hears, from markup: its text nodes and its attributes."""
    root = html.document_fromstring(page)
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag not in ("style", "script"):
            yield element.text or ""
        yield element.tail or ""
        yield from (value for name, value in element.attrib.items() if name in NAMES)
        if (element.get("name") or element.get("property")) in METADATA:
            yield element.get("content", "")
    for data in root.iterfind(".//script[@type='application/ld+json']"):
        yield from texts_of_data(json.loads(data.text))


def texts_of_data(data):
    for key, value in data.items() if isinstance(data, dict) else ((None, part) for part in data):
        if isinstance(value, str):
            yield value if key in DESCRIBING else ""
        elif isinstance(value, (dict, list)):
            yield from texts_of_data(value)


def texts_of_feed(path):
    for element in etree.parse(path).iter("{*}title", "{*}subtitle", "{*}name", "{*}rights"):
        yield element.text
    for element in etree.parse(path).iter("{*}content", "{*}summary"):
        yield from texts_of(f"<body>{element.text}</body>")


def texts_of_pdf(data, extracted):
    """Yield every text of a PDF: what is set, the outline, the metadata, the alternatives."""
    yield extracted(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield str(pdf.docinfo.get("/Title", ""))
        yield str(pdf.docinfo.get("/Subject", ""))
        yield str(pdf.docinfo.get("/Author", ""))
        yield from (item.title for item in outline(pdf.open_outline().root))
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary):
                yield from (str(thing[key]) for key in ("/Alt", "/ActualText") if key in thing)


def outline(items):
    for item in items:
        yield item
        yield from outline(item.children)


def test_every_page_of_a_site(articles, publication, tag, tmp_path):
    several = [  # enough for a second page of a list
        article.model_copy(update={"id": f"{article.id}-{number}"})
        for article in articles
        for number in range(4)
    ]
    site, outcome = build(several, tmp_path, publication=publication, locales=(tag,))
    assert outcome.failures == []
    texts = {path: texts_of(path.read_bytes().decode()) for path in site.rglob("*.html")}
    texts |= {path: texts_of_feed(path) for path in site.rglob("*.xml") if "feed" in path.name}
    assert {"404.html", f"index.2.{tag}.html", f"feed.{tag}.xml"} <= {path.name for path in texts}
    left = {path.name: readable(found, tag, articles, publication) for path, found in texts.items()}
    assert {name: words for name, words in left.items() if words} == {}


def test_pdf(renderer_of, articles, publication, tag, extracted):
    renderer = renderer_of(tag)
    left = {
        article.id: readable(
            texts_of_pdf(renderer.pdf(article), extracted), tag, articles, publication
        )
        for article in articles
    }
    assert {name: words for name, words in left.items() if words} == {}


def test_plain_text(renderer_of, articles, publication, tag):
    renderer = renderer_of(tag)
    texts = [renderer.text(article) for article in articles]
    assert readable(texts, tag, articles, publication) == []


@pytest.mark.parametrize(
    ("template", "old", "new", "word"),
    [
        ("partials/footer.html", "<p><a", "<p>Contents <a", "Contents"),
        ("partials/footer.html", "<p><a", '<p aria-label="Contents"><a', "Contents"),
        ("partials/footer.html", "<p><a", "<p>فهرست <a", "فهرست"),
        ("partials/article_header.html", "<span>{{", "<span>Date {{", "Date"),
        ("404.html", "<p>{{", "<p>Oops {{", "Oops"),
        ("list.html", '<div class="listing">', '<div class="listing" title="List">', "List"),
        ("print/article.html", "<main>", "<main><h2>Contents</h2>", "Contents"),
    ],
)
def test_a_word_in_a_template_is_found(
    renderer_of, articles, publication, extracted, tmp_path, template, old, new, word
):
    source = (TEMPLATES / template).read_text("utf-8")
    assert old in source
    (tmp_path / template).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / template).write_text(source.replace(old, new), "utf-8")
    renderer = renderer_of("en-XA", Theme(tmp_path))
    pages = [renderer.html(articles[0]), renderer.not_found().html, renderer.list(None, 1).html]
    texts = [text for page in pages for text in texts_of(page)]
    texts += texts_of_pdf(renderer.pdf(articles[0]), extracted)
    assert readable(texts, "en-XA", articles, publication) == [word]


@pytest.mark.parametrize("sheet", sorted(TEMPLATES.glob("css/*.css")), ids=lambda path: path.name)
def test_style_sheets_write_no_word(sheet: Path):
    contents = re.findall(r"content:([^;}]*)", sheet.read_text("utf-8"))
    strings = [string for content in contents for string in re.findall(r'"([^"]*)"', content)]
    shown = [ESCAPE.sub(lambda found: chr(int(found[1], 16)), string) for string in strings]
    assert [string for string in shown if words(string)] == []


def test_masked_articles_have_no_letter_of_their_own(samples):
    assert mask("Salt راه، 12") == "øøøø ڭڭڭ، 12"
    body = masked(samples["bridge-opening"]).body
    assert not re.search("[A-Zپچگ]", re.sub(r"<[^>]*>|&[a-z]+;", "", body))
