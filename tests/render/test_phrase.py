import pytest

from toolkit.language import Locale
from toolkit.render.phrase import Phrase

FA = Locale.parse("fa")


def test_a_phrase_in_the_pages_language_is_bare_and_escaped():
    phrase = Phrase("<آب>", "fa", FA)
    assert phrase.__html__() == "&lt;آب&gt;"
    assert phrase.attrs == ""


def test_a_foreign_phrase_carries_language_and_direction():
    phrase = Phrase("A & B", "en", FA)
    assert phrase.__html__() == '<span lang="en" dir="ltr">A &amp; B</span>'
    assert phrase.attrs == ' lang="en" dir="ltr"'
    assert phrase.plain == "\u2068A & B\u2069"


@pytest.mark.parametrize(("around", "attrs"), [("en", ' lang="fa" dir="rtl"'), ("fa", "")])
def test_attributes_are_those_that_differ_from_what_is_around(around, attrs):
    assert Phrase("آب", "fa", FA).attrs_in(around) == attrs
