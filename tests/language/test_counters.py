"""How languages count the items of a list, held against ICU and the letters of CLDR."""

import tomllib
from pathlib import Path

import pytest

from toolkit.language import Locale
from toolkit.language.counters import TYPES, CounterStyle, counter, counter_style, languages

EXEMPLARS = tomllib.loads(
    (Path(__file__).parents[1] / "fonts" / "exemplars.toml").read_text("utf-8")
)
TAGS = [tag for tags, _ in languages() for tag in tags]

# CLDR 48.2, characters.json, `index`: the letters that begin the sections of a register, in the
# alphabet's order.
INDEX = {
    "fa": "ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
    "ps": "ا ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک ګ ل م ن ڼ ه و ی",
    "ar": "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي",
}


@pytest.mark.parametrize(
    ("tag", "kind", "written"),
    [
        ("en", "1", {1: "1. ", 12: "12. ", -3: "-3. ", 0: "0. "}),
        ("en", "a", {1: "a. ", 26: "z. ", 27: "aa. ", 703: "aaa. ", 0: "0. "}),
        ("en", "A", {2: "B. "}),
        ("en", "i", {4: "iv. ", 1994: "mcmxciv. ", 4000: "4000. "}),
        ("en", "I", {9: "IX. "}),
        ("fa", "1", {1: "۱. ", 105: "۱۰۵. ", -3: "-۳. "}),
        ("fa", "a", {1: "الف – ", 2: "ب – ", 31: "ه\u200d – ", 32: "ی – ", 33: "۳۳ – "}),
        ("fa", "A", {3: "پ – "}),
        ("fa", "i", {1: "الف – ", 5: "ه\u200d – ", 11: "یا – ", 15: "یه – ", 1405: "غته – "}),
        ("fa-AF", "a", {3: "پ – "}),
        ("ps", "a", {5: "ټ – ", 41: "۴۱ – "}),
        ("ur", "1", {7: "7۔ "}),
        ("ur", "a", {5: "ٹ – "}),
        ("ckb", "1", {7: "٧. "}),
        ("ar", "i", {1: "أ – ", 12: "يب – "}),
        ("ar-EG", "1", {7: "٧. "}),
        ("de", "a", {1: "a. "}),
    ],
)
def test_what_is_written(tag, kind, written):
    assert {number: counter(number, tag, kind) for number in written} == written


@pytest.mark.parametrize("tag", [*TAGS, "en", "fa-AF"])
def test_figures_are_those_of_the_language(tag, icu):
    written = counter_style(tag).write(1234567890)
    assert written == Locale.parse(tag).digits(1234567890)
    if tag not in {"azb", "az-Arab", "lrc"}:  # ICU has no such locale
        assert written == icu("number,#", tag, 1234567890)


@pytest.mark.parametrize("tag", INDEX)
def test_letters_are_the_alphabet_of_cldr(tag):
    ours = [letter.strip("\u200d")[0] for letter in counter_style(tag, "a").symbols]
    assert sorted(ours) == sorted(letter.replace("ا", ours[0]) for letter in INDEX[tag].split())


@pytest.mark.parametrize("tag", ["fa", "ps", "ur", "ckb", "ar"])
@pytest.mark.parametrize("kind", ["a", "i"])
def test_every_letter_is_one_of_the_language(tag, kind):
    used = set("".join(counter(number, tag, kind) for number in range(1, 2000)))
    figures = set(counter_style(tag).symbols) | set(EXEMPLARS["fa"])
    assert used <= set(EXEMPLARS[tag]) | figures | set("\u200d –.")


@pytest.mark.parametrize("style", list(CounterStyle.all()), ids=lambda style: style.name)
def test_no_two_numbers_look_alike(style):
    written = [style.write(number) for number in range(-5, 2500)]
    assert len(set(written)) == len(written)


def test_abjad_has_its_historic_worth():
    abjad = CounterStyle.named("persian-abjad-sums")
    worth = dict(zip(abjad.symbols, abjad.weights, strict=True))
    # The dates of chronograms: https://en.wikipedia.org/wiki/Abjad_numerals
    assert sum(map(worth.get, "بسم")) == 102
    assert sum(map(worth.get, "خرم")) == 840
    assert list(worth.values()) == sorted(worth.values(), reverse=True)


def test_every_type_has_a_style_in_every_group():
    for _, styles in languages():
        assert list(styles) == list(TYPES)
    named = [tag for tags, _ in languages() for tag in tags]
    assert len(set(named)) == len(named)
