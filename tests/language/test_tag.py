from pathlib import Path

import pytest
from babel import Locale as Babel
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import direction, normalise
from toolkit.language.tables import table
from toolkit.language.tag import Tag

UNICODE = Path("/usr/share/unicode")


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("prs", "fa-AF"),
        ("prs-AF", "fa-AF"),
        ("FA_af", "fa-AF"),
        (" ps ", "ps"),
        ("UZ-arab-af", "uz-Arab-AF"),
        ("pes", "fa"),
        ("iw", "he"),
        ("en-uk", "en-GB"),
        ("sr-Latn-RS", "sr-Latn-RS"),
        ("es-419", "es-419"),
        ("de-1996", "de-1996"),
        ("fa-AF-U-NU-Latn", "fa-AF-u-nu-latn"),
        ("en-x-Newsroom", "en-x-newsroom"),
        ("haz", "haz"),
        ("und", "und"),
    ],
)
def test_a_tag_has_one_spelling(written: str, canonical: str) -> None:
    assert normalise(written) == canonical
    assert normalise(canonical) == canonical


@pytest.mark.parametrize(
    ("written", "code", "remedy"),
    [
        ("", "bad-tag", "BCP 47"),
        ("fa--AF", "bad-tag", "BCP 47"),
        ("fa-AF-", "bad-tag", "BCP 47"),
        ("x-private", "bad-tag", "BCP 47"),
        ("english please", "bad-tag", "BCP 47"),
        ("ﻓﺎ", "bad-tag", "BCP 47"),
        ("fa-" + "a" * 500, "bad-tag", "BCP 47"),
        ("xy", "unknown-language", "fa-AF"),
        ("farsi", "unknown-language", "fa-AF"),
        ("Persian", "unknown-language", "such as fa."),
        ("dari", "bad-tag", "such as fa-AF."),
        ("pashto", "unknown-language", "such as ps."),
    ],
)
def test_what_is_no_tag_gets_one_clear_line(written: str, code: str, remedy: str) -> None:
    with pytest.raises(LocaleError) as raised:
        normalise(written)
    assert raised.value.diagnostic.code == code
    assert remedy in str(raised.value)
    assert len(str(raised.value)) < 200


@given(st.text(max_size=200))
def test_any_text_is_a_tag_or_a_locale_error(text: str) -> None:
    try:
        canonical = normalise(text)
    except LocaleError:
        return
    assert normalise(canonical) == canonical


def test_keywords_are_read_from_the_u_extension_only() -> None:
    assert Tag.parse("fa-u-ca-gregory-nu-latn").keywords == {"ca": "gregory", "nu": "latn"}
    assert Tag.parse("fa-u-attr-ca-islamic-civil").keywords == {"ca": "islamic-civil"}
    assert Tag.parse("fa-t-en-u-nu-latn-x-nu-deva").keywords == {"nu": "latn"}
    assert Tag.parse("fa-AF").keywords == {}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("fa", "rtl"),
        ("fa-AF", "rtl"),
        ("ps", "rtl"),
        ("ur-Aran", "rtl"),
        ("uz", "ltr"),
        ("uz-AF", "rtl"),
        ("uz-Arab", "rtl"),
        ("fa-Latn", "ltr"),
        ("ckb", "rtl"),
        ("ku", "ltr"),
        ("haz", "rtl"),
        ("tg", "ltr"),
        ("und", "ltr"),
    ],
)
def test_direction_follows_the_script(tag: str, expected: str) -> None:
    assert direction(tag) == expected


@pytest.mark.slow
def test_direction_and_script_of_every_cldr_locale() -> None:
    theirs = {name: Babel.parse(name).text_direction for name in locale_identifiers()}
    vertical = {name for name, found in theirs.items() if found == "ttb"}
    assert {name.split("_")[1] for name in vertical} == {"Mong"}
    wrong = {name for name, found in theirs.items() if direction(name) != found}
    assert wrong - vertical == set()


def test_right_to_left_scripts_are_those_whose_letters_are() -> None:
    from collections import Counter
    from unicodedata import bidirectional, category

    codes = {}
    for line in (UNICODE / "PropertyValueAliases.txt").read_text("utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if fields[0] == "sc":
            codes[fields[2]] = fields[1]
    letters: dict[str, Counter[bool]] = {}
    for line in (UNICODE / "Scripts.txt").read_text("utf-8").splitlines():
        if not (data := line.split("#")[0].strip()):
            continue
        span, script = (field.strip() for field in data.split(";"))
        first, _, last = span.partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            if category(chr(code)).startswith("L"):
                rtl = bidirectional(chr(code)) in ("R", "AL")
                letters.setdefault(codes[script], Counter())[rtl] += 1
    by_unicode = {script for script, count in letters.items() if count[True] > count[False]}
    variants = {"Aran", "Syre", "Syrj", "Syrn"}
    newer_than_python = {"Gara"}
    assert set(table("scripts")["rtl"]) == by_unicode | variants | newer_than_python
