import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import Locale
from toolkit.language.tables import table


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
