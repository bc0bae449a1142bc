"""Phrases in plain text: their edges, and time."""

import time

import pytest

from toolkit.direction import phrases
from toolkit.direction.edges import pair
from toolkit.direction.script import script_of


def found(text: str, lang: str) -> list[str]:
    script = script_of(lang)
    spans = phrases.find(text, script=script, base=script.direction)
    assert spans == sorted(spans, key=lambda span: span.start)
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("به Kabul (Afghanistan) رفت", ["Kabul (Afghanistan)"]),
        ("به (Kabul) (Herat) رفت", ["Kabul", "Herat"]),
        ("(شهر Kabul) Herat است", ["Kabul", "Herat"]),
        ("گفت Hello :) world رفت", ["Hello :) world"]),
        ("گفت (Hello world رفت", ["Hello world"]),
        ('گفت "Hello world" رفت', ["Hello world"]),
        ('گفت The "big" one رفت', ['The "big" one']),
        ("گفت ((Hello)) رفت", ["Hello"]),
        ("گفت f(x) را", ["f(x)"]),
        ("گفت (UN) agency را", ["(UN) agency"]),
        ("گفت Yes. No! رفت", ["Yes. No"]),
        ("از 3D تا 20th Century بود", ["3D", "20th Century"]),
        ("از سال 2020 Google بود", ["Google"]),
        ("شرکت Google 12-15 نفر", ["Google 12-15"]),
        ("شرکت Google، Apple؛ Meta؟", ["Google", "Apple", "Meta"]),
        ("شرکت Google\u2029Apple", ["Google", "Apple"]),
        ("شرکت \u2067Google\u2069 Apple", ["Google", "Apple"]),
        ("Hello \ufffc World", ["Hello \ufffc World"]),
        ("نرخ Google +93 700 123 456 است", ["Google +93 700 123 456"]),
        ("از Call +93 700 123 456 now است", ["Call +93 700 123 456 now"]),
        ("در issue #53 و PR #7 نوشت", ["issue #53", "PR #7"]),
        ("کتاب Small Team (Part 1) را", ["Small Team (Part 1)"]),
        ("کتاب Small Team (Part ۱) را", ["Small Team (Part ۱)"]),
        ("کتاب (Small Team [Part 1, 2]) را", ["Small Team [Part 1, 2]"]),
        ("کتاب Small (Team (Part 1) فارسی)", ["Small", "Team (Part 1)"]),
        ("شهر Москва Moscow است", ["Москва Moscow"]),
        ("عدد -5 $20، +5 است", ["-5 $20", "+5"]),
        ("گوشی iPhone ۲-۳ است", ["iPhone", "۲-۳"]),
        ("گفت Hello [1] World [2] رفت", ["Hello [1] World", "[2]"]),
        ("۳٫۵٪", ["۳٫۵"]),
        ("۵۰٪ است و ۵۰٪ نیست", ["۵۰"]),
        ("50٪ یا ۲۰% یا ۲۰٪", ["50"]),
        ("در Kabul ۵۰٪ است", ["Kabul"]),
        ("Kabul: ۵۰٪ است", ["Kabul", "۵۰"]),
        ("است\u2029۵۰٪\u2029۲۰٪ است", ["۵۰", "۲۰"]),
        ("است\n۵۰٪ است", []),
        ("۲۰-۳۰٪ است", ["۲۰-۳۰"]),
        ("-۵٪، ۵۰ درصد، ۱۲۵.۵٪", ["-۵"]),
        ("٥٠٪ و ٣", []),
        ("به Ali @ali #tag رفت", ["Ali @ali #tag"]),
    ],
)
def test_in_persian(text: str, expected: list[str]) -> None:
    assert found(text, "fa") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("word سلام. And", ["سلام"]),
        ("word سلام؟ And", ["سلام؟"]),
        ("a ۲۲ بهمن b", ["۲۲ بهمن"]),
        ("a ۵۰٪ مردم b", ["۵۰٪ مردم"]),
        ("۵۰٪ of it", []),
        ("a خانه‌ای‌ b", ["خانه‌ای‌"]),
        ("a هـ b", ["هـ"]),
        ("a سلام-دنیا b", ["سلام-دنیا"]),
        ("a (۲۲ بهمن) ۱۴۰۵ هجری b", ["(۲۲ بهمن) ۱۴۰۵ هجری"]),
        ("a شهر (بخش ۱) b", ["شهر (بخش ۱)"]),
        ("a שלום سلام b", ["שלום سلام"]),
        ("a Русский Ελληνικά b", ["Русский", "Ελληνικά"]),
        ("“سلام” “دنیا”", ["سلام", "دنیا"]),
        ("Сoca is one word", []),
        ("हिन्दी here", ["हिन्दी"]),
        ("۱۴۰۵ and ٪", []),
    ],
)
def test_in_english(text: str, expected: list[str]) -> None:
    assert found(text, "en") == expected


def test_pairs() -> None:
    text = '(a [b) c] «d ‹e› » it’s ’ "q"'
    pairs = {text[i] + text[j] for i, j in pair(text).items() if i < j}
    assert pairs == {"()", "«»", "‹›", '""'}


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["a ", "ا a ", "(a ", "a) ", "«a» ", "«a ب ", '"a ', "a-", "((((a))))", "a…… ", "α ", "a1۲ "],
)
def test_no_input_is_slow(unit: str) -> None:
    text = "ا" + (unit * 20_000)[:20_000]
    for lang in ("fa", "en"):
        start = time.perf_counter()
        found(text, lang)
        assert time.perf_counter() - start < 2
