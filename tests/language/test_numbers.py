from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import Locale
from toolkit.language.tables import table

# Locales whose number data are the same in our CLDR and in ICU's newer one.
LOCALES = {
    "en": "en",
    "fa": "fa_IR",
    "fa-AF": "fa_AF",
    "ps": "ps_AF",
    "ar": "ar",
    "ar-EG": "ar_EG",
    "ur": "ur",
    "ur-IN": "ur_IN",
    "he": "he",
    "de": "de",
    "hi-u-nu-deva": "hi@numbers=deva",
    "fa-u-nu-latn": "fa@numbers=latn",
    "en-u-nu-arabext": "en@numbers=arabext",
    "uz-Arab": "uz_Arab",
}
NUMBERS = st.one_of(
    st.integers(-(2**63), 2**63 - 1),
    st.floats(-1e15, 1e15),
    st.decimals(-(10**12), 10**12, places=5),
    st.sampled_from([0.0005, 0.0015, 0.0025, 1e21, 1.5e300, -0.0, float("nan"), float("inf")]),
)


@pytest.mark.parametrize("tag", LOCALES)
def test_numbers_and_percents_equal_icu(tag: str, icu) -> None:
    locale = Locale.parse(tag)

    @given(NUMBERS)
    def equal(value: float | Decimal) -> None:
        assert locale.number(value) == icu("number", LOCALES[tag], value)
        assert locale.percent(value) == icu("number,percent", LOCALES[tag], value)

    equal()


def test_examples() -> None:
    assert Locale.parse("fa").number(1234567.5) == "۱٬۲۳۴٬۵۶۷٫۵"
    assert Locale.parse("fa-AF").percent(0.26) == "۲۶٪"
    assert Locale.parse("ps").number(-5) == "\u200e-\u200e۵"
    assert Locale.parse("en").number(1234567.5) == "1,234,567.5"


@given(
    st.integers(0, 10**40), st.sampled_from([name for name in table("digits") if name != "hanidec"])
)
def test_digits_round_trip(value: int, numbering: str) -> None:
    written = Locale.parse(f"en-u-nu-{numbering}").digits(value)
    assert int(written) == value
    assert numbering == "latn" or not any("0" <= character <= "9" for character in written)


@pytest.mark.parametrize("numbering", table("digits"))
def test_digits_equal_icu(numbering: str, icu) -> None:
    theirs = [icu("number", f"en@numbers={numbering}", digit) for digit in range(10)]
    assert list(table("digits")[numbering]) == theirs


@given(st.text())
def test_digits_change_nothing_but_digits(text: str) -> None:
    written = Locale.parse("fa").digits(text)
    back = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
    assert written.translate(back) == text.translate(back)


def test_numbering_asked_for_by_the_tag() -> None:
    assert Locale.parse("fa-u-nu-latn").digits("1405") == "1405"
    assert Locale.parse("ar-u-nu-native").digits("1405") == "١٤٠٥"
    with pytest.raises(LocaleError, match="numbering system"):
        Locale.parse("fa-u-nu-roman")
