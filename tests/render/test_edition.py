import pytest

from toolkit.article import Article
from toolkit.language import Locale
from toolkit.render.edition import Edition


def edition(locale, **fields):
    article = Article.model_validate({"id": "a", "lang": "en", "title": "T", **fields})
    return Edition.of(article, Locale.parse(locale))


@pytest.mark.parametrize(
    ("locale", "lang"), [("fa", "fa"), ("fa-AF", "fa"), ("ps", "en"), ("en", "en"), ("de", "en")]
)
def test_the_body_comes_in_the_nearest_language(locale, lang):
    assert edition(locale, body={"en": "E", "fa": "ف"}).lang == lang


def test_dari_comes_before_persian():
    assert edition("fa-AF", body={"fa": "ف", "fa-AF": "د"}).lang == "fa-AF"


def test_an_untranslated_article_comes_in_its_own_language_not_in_a_third():
    found = edition("fa", lang="ps", title={"ps": "پ", "en": "E"}, body={"ps": "پ"})
    assert found.lang == "ps"
    assert found.title.lang == "ps"


def test_the_readers_language_comes_first_field_by_field():
    found = edition("fa", title={"en": "E", "fa": "ف"}, body="E", tags={"en": ["t"], "fa": ["ب"]})
    assert (found.title.text, found.lang) == ("ف", "en")
    assert list(found.items(found.article.tags)) == [("ب", "fa")]


def test_blank_fields_are_absent():
    assert edition("fa").phrase(None) is None
