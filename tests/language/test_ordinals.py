import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import Locale
from toolkit.language.tables import table


@pytest.mark.parametrize("tag", ["en", "ar", "de"])
def test_ordinals_equal_icu(tag: str, icu) -> None:
    locale = Locale.parse(tag)

    @given(st.integers(0, 10**6))
    def equal(value: int) -> None:
        assert locale.ordinal(value) == icu("ordinal", tag, value)

    equal()


@pytest.mark.parametrize("entry", table("overrides")["ordinal"], ids=lambda e: e["language"])
def test_each_override_of_ordinals_still_differs_from_icu(icu, entry: dict[str, str]) -> None:
    assert Locale.parse(entry["language"]).ordinal(5) != icu("ordinal", entry["language"], 5)
    assert entry["reason"]


def test_examples() -> None:
    texts = [Locale.parse(tag).ordinal(21) for tag in ("en", "fa", "fa-AF", "ps")]
    assert texts == ["21st", "۲۱ام", "۲۱ام", "۲۱م"]
