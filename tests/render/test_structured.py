"""Structured data, held against what search engines ask of an article."""

import json

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from lxml import html

from toolkit.article import Article, Publication
from toolkit.article.prepare import prepare
from toolkit.render import Renderer
from toolkit.render.structured import script_safe

_ADDRESS = {"type": "string", "pattern": "^https?://[!-~]+$"}
_NAMED = {"type": "object", "required": ["@type", "name"], "properties": {"url": _ADDRESS}}
_INSTANT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$"}
# https://developers.google.com/search/docs/appearance/structured-data/article
ARTICLE = {
    "type": "object",
    "required": ["@context", "@type", "headline", "inLanguage", "datePublished", "author"],
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        "headline": {"type": "string", "minLength": 1},
        "datePublished": _INSTANT,
        "dateModified": _INSTANT,
        "author": {"type": "array", "minItems": 1, "items": _NAMED},
        "publisher": _NAMED,
        "image": {"type": "array", "items": _ADDRESS},
        "url": _ADDRESS,
        "keywords": {"type": "array", "items": {"type": "string"}},
    },
}


def data_of(page):
    scripts = html.document_fromstring(page).findall(".//script")
    assert [script.get("type") for script in scripts] == ["application/ld+json"]
    return json.loads(scripts[0].text)


def test_every_sample_has_what_is_asked(renderer_for, samples, locale):
    validator = Draft202012Validator(ARTICLE, format_checker=FormatChecker())
    for article in samples.values():
        data = data_of(renderer_for(locale).html(article))
        assert list(validator.iter_errors(data)) == []


HOSTILE = "</script><script>alert(1)</script><!-- & \u2028"


def test_nothing_leaves_the_script_element():
    article = prepare(Article(id="a", lang="en", title=HOSTILE, body="Text."))
    page = Renderer(publication=Publication(base_url="https://example.org")).html(article)
    assert "<script>alert" not in page
    assert data_of(page)["headline"] == article.title


@pytest.mark.parametrize("text", [HOSTILE, "آب (C++)", '"\\'])
def test_json_means_the_same_after_escaping(text):
    safe = script_safe({"a": text})
    assert not set("<>&\u2028") & set(safe)
    assert json.loads(safe) == {"a": text}


def test_without_an_address_there_is_none():
    article = prepare(Article(id="a", lang="en", title="A", body="Text."))
    root = html.document_fromstring(Renderer().html(article))
    assert root.findall(".//script") == root.findall(".//meta[@property]") == []
