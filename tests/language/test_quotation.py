import pytest

from toolkit.language import Locale
from toolkit.language.tables import table


@pytest.mark.parametrize(
    ("tag", "outer", "inner"),
    [
        ("fa", "«»", "‹›"),
        ("fa-AF", "«»", "‹›"),
        ("ps", "“”", "‘’"),
        ("en", "“”", "‘’"),
        ("ar", "”“", "’‘"),
        ("de", "„“", "‚‘"),
        ("fr", "«»", "«»"),
        ("fr-CH", "«»", "‹›"),
        ("pt-PT", "«»", "“”"),
        ("pt-BR", "“”", "‘’"),
        ("uz-Arab", "“”", "‘’"),
        ("haz", "“”", "‘’"),
    ],
)
def test_quotations_two_deep(tag: str, outer: str, inner: str) -> None:
    locale = Locale.parse(tag)
    assert locale.quotation_marks == (tuple(outer), tuple(inner))
    assert locale.quote("x") == f"{outer[0]}x{outer[1]}"
    assert locale.quote("x", 1) == f"{inner[0]}x{inner[1]}"
    assert locale.quote("x", 2) == locale.quote("x")


def test_no_language_is_listed_twice() -> None:
    listed = [name for names in table("quotation")["languages"].values() for name in names]
    assert sorted(listed) == sorted(set(listed))
    assert all(len(marks) == 4 for marks in table("quotation")["languages"])
