import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import Locale

LOCALES = {"fa": "fa_IR", "fa-AF": "fa_AF", "ps": "ps_AF", "en": "en", "ar": "ar"}
WIDTHS = {
    "long": "unit-width-full-name",
    "short": "unit-width-short",
    "narrow": "unit-width-narrow",
}
UNITS = ["second", "minute", "hour", "day", "week", "month", "year", "meter", "kilometer",
         "gram", "kilogram", "liter", "hectare", "celsius", "megabyte"]  # fmt: skip


@pytest.mark.parametrize("length", WIDTHS)
@pytest.mark.parametrize("tag", LOCALES)
def test_measures_equal_icu(tag: str, length: str, icu) -> None:
    locale = Locale.parse(tag)

    @given(st.integers(-3, 120) | st.decimals(-99, 9999, places=2), st.sampled_from(UNITS))
    def equal(value: int, name: str) -> None:
        theirs = icu(f"number,::unit/{name} {WIDTHS[length]}", LOCALES[tag], value)
        assert locale.unit(value, name, length).removeprefix("\u200f") == theirs

    equal()


def test_a_unit_goes_by_both_of_its_names() -> None:
    fa = Locale.parse("fa")
    assert fa.unit(5, "duration-minute") == fa.unit(5, "minute") == "۵ دقیقه"
    assert fa.unit(5, "minute", "short") == "۵ دقیقه"


@pytest.mark.parametrize("name", ["", "duration", "duration-", "parsecond", "{0}", "-"])
def test_an_unknown_unit_is_an_error(name: str) -> None:
    with pytest.raises(LocaleError, match="unit"):
        Locale.parse("fa").unit(5, name)
