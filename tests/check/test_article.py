"""The check of one article."""

import pytest

from toolkit.article.model import Article
from toolkit.article.publication import Publication
from toolkit.check import check_article

PICTURE = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA"
    "60e6kgAAAABJRU5ErkJggg=="
)


def codes(found):
    return [(one.code, one.field, one.severity) for one in found]


def test_every_field_in_its_own_language(article):
    made = article(
        title={"fa": "علي", "en": "Ali"},
        section={"ps": "علي", "fa": "علي"},
        tags=["علي"],
        authors=[{"name": "علي"}],
        rights="علي",
    )
    assert codes(check_article(made)) == [
        ("arabic-letter", field, "warning")
        for field in ("title.fa", "section.fa", "rights", "authors.0.name", "tags.0")
    ]


def test_what_is_not_prepared_is_prepared():
    article = Article(id="a", lang="fa", title="عنوان", body="*علي* و <script>x</script>")
    assert {one.code for one in check_article(article)} >= {"arabic-letter"}


def test_a_title_in_another_language(article):
    made = article(title={"fa": "The council of the valley", "en": "The council of the valley"})
    assert codes(check_article(made)) == [("undeclared-language", "title.fa", "warning")]


@pytest.mark.parametrize(
    ("alt", "locales", "expected"),
    [
        ({"fa": "قایق"}, (), [("alt-language", "image.alt", "warning")]),
        ({"en": "A boat", "fa": "قایق"}, (), []),
        ("A boat", (), []),
        ("", (), []),
        ("A boat", ("en", "ps"), [("alt-language", "image.alt", "note")]),
        ({"fa": "قایق", "en": "A boat"}, ("fa-AF",), []),
    ],
)
def test_alternative_text_for_each_page(article, alt, locales, expected):
    made = article(lang="en", image={"src": PICTURE, "alt": alt})
    assert codes(check_article(made, locales=locales)) == expected


def test_a_publication_declares_its_languages(article):
    made = article("<p>The council of the valley met on Monday in the school.</p>")
    assert codes(check_article(made)) == [("undeclared-language", "body", "warning")]
    publication = Publication(name="Courier", languages=("fa", "en"), default_locale="fa")
    assert check_article(made, publication=publication) == ()


def test_a_paragraph_in_pashto_is_spelled_as_pashto(article):
    made = article("<p>زه يم، هغه لاسي ویالې چې کابو درې سوه کاله کېږي د سبزآب پټي خړوبوي</p>")
    assert codes(check_article(made)) == [("undeclared-language", "body", "warning")]
