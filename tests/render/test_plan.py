"""Addresses and languages of what is made together."""

import pytest

from toolkit.article import Publication
from toolkit.language import Locale
from toolkit.render.plan import Plan

EN, FA, DARI = map(Locale.parse, ("en", "fa", "fa-AF"))


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("https://example.org", "https://example.org/a.html"),
        ("https://example.org/news/", "https://example.org/news/a.html"),
        ("http://example.org:8000/x//", "http://example.org:8000/x/a.html"),
        ("https://مثال.ir/خبر", "https://xn--mgbh0fb.ir/%D8%AE%D8%A8%D8%B1/a.html"),
        ("https://example.org/%20/", "https://example.org/%20/a.html"),
        (None, None),
    ],
)
def test_addresses_are_absolute_and_ascii(base, address):
    assert Plan.of(Publication(base_url=base)).address("a.html") == address


def test_a_path_is_quoted():
    plan = Plan.of(Publication(base_url="https://example.org"))
    assert plan.address("آب.fa.html") == "https://example.org/%D8%A2%D8%A8.fa.html"


def test_readers_of_no_language_get_the_default_one():
    publication = Publication(languages=("en", "fa", "fa-AF"), default_locale="fa")
    plan = Plan.of(publication)
    path = "{0.tag}.html".format
    assert plan.alternates(path, (EN, FA))[-1] == ("x-default", "fa.html")
    assert plan.alternates(path, (EN, DARI))[-1] == ("x-default", "en.html")
    assert plan.alternates(path, (EN,)) == ()
    assert Plan.of(publication, ["en"]).default == EN
