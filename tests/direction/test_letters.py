"""Language of a phrase from its letters."""

import pytest

from toolkit.direction.letters import count_words, language_of, other_language
from toolkit.direction.script import script_of

ARABIC = script_of("fa")


@pytest.mark.parametrize(
    ("text", "declared", "lang"),
    [
        ("سلام", (), "fa"),
        ("سلام", ("en", "fa-AF"), "fa-AF"),
        ("سلام", ("ps", "fa"), "ps"),
        ("پښتو", ("fa",), "ps"),
        ("پښتو", ("fa", "ps-AF"), "ps-AF"),
        ("کوردی ڕۆژ", (), "ckb"),
        ("یہ اُردو ہے", (), "ur"),
        ("اللغة العربية", ("fa",), "ar"),
        ("كتاب علي", (), "ar"),
        ("كتاب علي", ("fa",), "fa"),
        ("ئۇيغۇر تىلى", (), "ug"),
        ("سنڌي ٻولي", (), "sd"),
        ("کتاب گربه", (), "fa"),
        ("دانشمندان ایرانی و افغان در کنار هم از زبان پښتو سخن گفتند و رفتند", ("fa",), "fa"),
    ],
)
def test_arabic_script(text: str, declared: tuple[str, ...], lang: str) -> None:
    assert language_of(text, ARABIC, declared) == lang


@pytest.mark.parametrize(
    ("text", "tag", "lang"),
    [
        ("Hello", "en", "en"),
        ("Привет", "ru", "ru"),
        ("Привіт, їжак", "ru", "uk"),
        ("שלום", "he", "he"),
        ("中文", "zh", "zh"),
        ("日本語です", "zh", "ja"),
        ("한국어", "ko", "ko"),
    ],
)
def test_other_scripts(text: str, tag: str, lang: str) -> None:
    assert language_of(text, script_of(tag)) == lang


def test_a_whole_block_in_another_language_of_the_script() -> None:
    pashto = "دا پښتو ليکنه ده چې ښه ژوند ټول خلک غواړي، څنګه ځواب ورکړي"
    urdu = "یہ اُردو میں لکھا گیا ہے اور اس میں بہت سے الفاظ ہیں"
    persian = "این متن به زبان فارسی نوشته شده است و نام ښاغلی در آن است"
    assert other_language(pashto, "fa") == "ps"
    assert other_language(pashto, "ps") is None
    assert other_language(urdu, "fa-AF") == "ur"
    assert other_language(persian, "fa") is None
    assert other_language("ښښښښښښ", "fa") is None  # one letter may be an example of itself


def test_function_words() -> None:
    assert count_words("The end of the road", "en-GB") == 3
    assert count_words("او از کابل به تهران رفت", "fa-AF") == 2
    assert count_words("Das Ende der Straße", "de") == 0
