"""The JSON Schema, by a validator of others: valid itself, and at one with the model."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from toolkit.article.model import Article
from toolkit.article.schema import article_schema

jsonschema = pytest.importorskip("jsonschema")

SCHEMA = article_schema()
LEAST = {"id": "wheat", "lang": "en", "title": "Wheat"}

TAGS = st.sampled_from(["en", "fa", "fa-AF", "ps", "prs", "zh-Hant", "EN"])
WORDS = st.sampled_from(["Wheat", "گندم", "", " ", "x" * 301, "a\nb"])


def localised(values):
    return values | st.dictionaries(TAGS, values, max_size=3)


FIELDS = {
    "id": st.sampled_from(["wheat", "گندم-۲", "a.b"]),
    "lang": TAGS,
    "title": localised(WORDS),
    "subtitle": localised(WORDS) | st.none(),
    "authors": localised(st.lists(st.fixed_dictionaries({"name": localised(WORDS)}), max_size=2)),
    "published": localised(st.sampled_from(["2026-11-22", "2026-11-22T08:30:00+04:30"])),
    "tags": localised(st.lists(WORDS, max_size=2)),
    "image": st.fixed_dictionaries(
        {"src": st.just("a.png")}, optional={"alt": localised(WORDS), "width": st.integers(-1, 9)}
    ),
    "body": localised(WORDS),
    "body_format": st.sampled_from(["markdown", "html"]),
    "source": st.fixed_dictionaries({"name": localised(WORDS)}),
    "url": localised(st.sampled_from(["https://example.org/", "mailto:a@example.org"])),
    "related": st.lists(st.sampled_from(["rice", "گندم"]), max_size=2),
    "translation_of": st.sampled_from(["rice", None]),
}


def allows(data):
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(data)


def test_it_is_valid_under_the_metaschema():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_field_is_described():
    for name, field in SCHEMA["properties"].items():
        assert field.get("description"), name


@given(st.fixed_dictionaries({}, optional=FIELDS))
def test_it_accepts_what_the_model_accepts(fields):
    data = LEAST | fields
    try:
        Article.model_validate(data)
    except ValidationError:
        return
    assert allows(data)


def test_it_accepts_what_the_model_writes():
    article = Article.model_validate(
        LEAST | {"authors": {"fa": [{"name": "S"}]}, "published": "2026-11-22", "tags": ["a"]}
    )
    assert allows(json.loads(article.model_dump_json()))


@pytest.mark.parametrize(
    "fields",
    [
        {"titel": "x"},
        {"title": 3},
        {"title": {}},
        {"title": {"not a tag": "x"}},
        {"authors": [{"nam": "x"}]},
        {"authors": [{"name": "x", "role": "cook"}]},
        {"id": "a/b"},
        {"image": {}},
        {"body_format": "rst"},
        {"tags": "x"},
    ],
)
def test_it_refuses_what_the_model_refuses(fields):
    data = LEAST | fields
    assert not allows(data)
    with pytest.raises(ValidationError):
        Article.model_validate(data)
