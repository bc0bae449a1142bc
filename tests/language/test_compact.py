from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import Locale
from toolkit.language.tables import table

LOCALES = {"fa": "fa_IR", "fa-AF": "fa_AF", "en": "en", "ar": "ar", "ur": "ur"}
NUMBERS = st.one_of(
    st.integers(-(10**15) + 10**12, 10**15 - 10**12),
    st.integers(0, 15).map(lambda power: 10**power - 1).filter(lambda n: n < 10**14),
    st.decimals(-2000, 2000, places=3).filter(lambda n: n == 0 or abs(n) >= Decimal("0.001")),
    st.sampled_from([0, 0.5, 9.95, 99.5, 950, 999.5, 999_499, 999_500, 1_250_000, float("inf")]),
)


@pytest.mark.parametrize("length", ["long", "short"])
@pytest.mark.parametrize("tag", LOCALES)
def test_compact_numbers_equal_icu(tag: str, length: str, icu) -> None:
    locale = Locale.parse(tag)

    @given(NUMBERS)
    def equal(value: float | Decimal) -> None:
        theirs = icu(f"number,::compact-{length}", LOCALES[tag], value)
        assert locale.compact(value, length).removeprefix("\u200f") == theirs

    equal()


@pytest.mark.parametrize(
    ("tag", "text", "short"),
    [
        ("fa", "۱٫۲ میلیون", "۱٫۲\u00a0میلیون"),
        ("fa-AF", "۱٫۲ میلیون", "۱٫۲\u00a0میلیون"),
        ("ps", "۱٫۲ میلیون", "۱٫۲ میلیون"),
        ("en", "1.2 million", "1.2M"),
    ],
)
def test_examples(tag: str, text: str, short: str) -> None:
    assert Locale.parse(tag).compact(1_234_567) == text
    assert Locale.parse(tag).compact(1_234_567, "short") == short


def test_pashto_has_words_for_every_step_where_icu_has_none(icu) -> None:
    (entry,) = table("overrides")["compact"]
    assert entry["reason"]
    for power, word in zip((3, 6, 9, 12), entry["words"], strict=True):
        for length in ("long", "short"):
            ours = Locale.parse("ps").compact(5 * 10**power, length)
            assert ours == f"۵ {word}"
            assert ours != icu(f"number,::compact-{length}", "ps_AF", 5 * 10**power)
    assert Locale.parse("ps").compact(999_999) == "۱ میلیون"
    assert Locale.parse("ps").compact(42_000) == "۴۲ زره"
