import pytest
from icu4py.breakers import WordBreaker

from toolkit.language import reading_minutes, words

TEXTS = {
    "fa": "او گفت: «می‌روم»؛ اما کتاب‌هایش را — همهٔ ۲۵ جلد — در خانه گذاشت.",
    "fa-AF": "وزارت معارف افغانستان روز یکشنبه، ۱ قوس ۱۴۰۵، اعلام کرد که مکتب‌ها باز می‌شوند.",
    "ps": "د افغانستان د پوهنې وزارت وویل چې ښوونځي به سبا پرانیستل شي، خو پوهنتونونه نه.",
    "en": "The ministry said: “we don’t know” (3 of 25 schools are open) … and left.",
}


@pytest.mark.parametrize("lang", TEXTS)
def test_words_are_those_of_icu(lang: str) -> None:
    segments = list(WordBreaker(TEXTS[lang], lang))
    # ICU parts words at ZWNJ; Persian writers do not.
    joined = "".join(segments).replace("\u200c", "")
    found = [word for word in WordBreaker(joined, lang) if any(map(str.isalnum, word))]
    assert words(TEXTS[lang]) == len(found)


def test_what_holds_no_letter_is_no_word() -> None:
    assert words("— … «» 👍 \u200c \n\t *") == 0
    assert words("") == 0


@pytest.mark.parametrize(
    ("lang", "count", "minutes"),
    [
        ("en", 0, 1),
        ("en", 238, 1),
        ("en", 476, 2),
        ("fa", 184 * 5, 5),
        ("fa-AF", 276, 2),
        ("ar", 1380, 10),
    ],
)
def test_minutes_by_the_languages_speed(lang: str, count: int, minutes: int) -> None:
    assert reading_minutes("کلمه " * count, lang) == minutes


def test_a_long_text_is_counted_fast() -> None:
    assert words("." * 5_000_000) == 0
