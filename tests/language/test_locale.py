import doctest
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import LocaleError
from toolkit.language import Locale
from toolkit.language.calendar import calendar_id
from toolkit.language.tables import table

TAGS = [
    "en",
    "fa",
    "fa-AF",
    "ps",
    "ar",
    "ur",
    "ckb",
    "he",
    "uz-Arab",
    "de",
    "sd",
    "ug",
    "ks",
    "pa-Arab",
    "dv",
    "yi",
    "zh-Hant",
    "ja",
    "ru",
    "th",
    "my",
    "ne",
    "ff-Adlm",
    "nqo",
    "syr",
    "haz",
    "en-XA",
    "ar-XB",
    "fa-XA",
]


def test_facts_of_dari() -> None:
    dari = Locale.parse("prs")
    assert (dari.tag, dari.language, dari.script, dari.territory) == ("fa-AF", "fa", "Arab", "AF")
    assert (dari.direction, dari.numbering, dari.calendar) == ("rtl", "arabext", "persian")
    assert dari.fallbacks == ("fa-AF", "fa", "en")
    assert dari.autonym == "دری"


def test_the_examples_in_its_description_are_true() -> None:
    from toolkit.language import locale

    failed, tried = doctest.testmod(locale)
    assert tried
    assert not failed


def test_one_object_for_one_tag() -> None:
    assert Locale.parse("fa") is Locale.parse("fa")
    assert Locale.parse("prs") == Locale.parse("fa-AF")
    assert Locale.parse(Locale.parse("ps")) is Locale.parse("ps")
    assert len({Locale.parse("fa"), Locale.parse("FA"), Locale.parse("fa-u-nu-latn")}) == 2


def test_a_locale_is_immutable_and_travels_to_other_processes() -> None:
    fa = Locale.parse("fa")
    with pytest.raises(FrozenInstanceError):
        fa.tag = "en"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(fa)) == fa
    assert replace(fa, calendar="gregorian").date(date(2026, 11, 22)) == "۲۲ نوامبر ۲۰۲۶"


@given(
    st.sampled_from(TAGS),
    st.sampled_from(["", *(f"ca-{name}" for name in table("calendars")["ids"].values())]),
    st.sampled_from(["", "nu-latn", "nu-arab"]),
)
def test_a_locale_is_its_tag_written_out(tag: str, calendar: str, numbering: str) -> None:
    extensions = "-".join(part for part in (calendar, numbering) if part)
    locale = Locale.parse(f"{tag}-u-{extensions}" if extensions else tag)
    assert Locale.parse(str(locale)) == locale
    assert locale.tag == tag
    assert calendar in ("", f"ca-{calendar_id(locale.calendar)}")
    assert numbering in ("", f"nu-{locale.numbering}")


def test_defaults_are_not_written_out() -> None:
    assert str(Locale.parse("fa-AF-u-ca-persian-nu-arabext")) == "fa-AF"
    assert str(Locale.parse("fa-AF-u-nu-latn")) == "fa-AF-u-nu-latn"
    assert str(Locale.parse("en-u-ca-persian")) == "en-u-ca-persian"


@pytest.mark.parametrize("tag", ["fa-u-ca-buddhist", "ar-u-ca-islamic-rgsa", "fa-u-nu-roman"])
def test_what_a_tag_asks_for_must_be_known(tag: str) -> None:
    with pytest.raises(LocaleError, match="is not a"):
        Locale.parse(tag)


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("prs-u-nu-latn", "fa-AF-u-nu-latn"),
        ("PS-u-CA-Islamic-Umalqura", "ps-u-ca-islamic-umalqura"),
        ("ar-u-ca-islamic", "ar-u-ca-islamic-umalqura"),
        ("ar-u-ca-islamicc-nu-arab", "ar-u-ca-islamic-civil-nu-arab"),
        ("fa-u-ca-gregory-hc-h23", "fa-u-ca-gregory"),
        ("fa-u-ca-nu", "fa"),
        ("fa-u-attrib-ca-gregory", "fa-u-ca-gregory"),
        ("fa-t-en-u-nu-native-x-u-nu-latn", "fa"),
        ("fa-u-nu-latn-nu-arab", "fa-u-nu-latn"),
    ],
)
def test_extensions_of_a_tag(tag: str, written: str) -> None:
    assert str(Locale.parse(tag)) == written


def check(tag: str) -> None:
    locale = Locale.parse(tag)
    for calendar in ("gregorian", "persian", "islamic", ("islamic-civil", "persian")):
        for length in ("full", "long", "medium", "short", "year-month", "year"):
            shown = locale.date(date(2026, 11, 22), length, calendar=calendar)
            assert shown
            assert "%" not in shown
    assert locale.number(-1234.5)
    assert locale.percent(0.5)
    assert locale.compact(1_234_567)
    assert locale.compact(1_234_567, "short")
    assert locale.currency(5, "AFN", "name")
    assert locale.currency(5, "AFN", "symbol")
    assert locale.unit(5, "minute")
    assert locale.ordinal(3)
    assert locale.range(1, 2)
    assert locale.relative(date(2026, 11, 19), date(2026, 11, 22))
    assert 0 <= locale.first_weekday <= 6
    assert locale.list(["a", "b", "c"])
    assert locale.list(["a", "b", "c"], "or")
    assert locale.name_of("fa-AF")
    assert locale.autonym
    assert locale.quote("x")


@pytest.mark.parametrize("tag", TAGS)
def test_every_fact_is_there_in_many_languages(tag: str) -> None:
    check(tag)


@pytest.mark.slow
def test_every_fact_is_there_in_every_cldr_locale() -> None:
    for name in locale_identifiers():
        check(name)


def test_threads_agree() -> None:
    def facts(tag: str) -> tuple[str, str, str]:
        locale = Locale.parse(tag)
        return locale.date(date(2026, 11, 22), "full"), locale.number(1.5), locale.autonym

    tags = TAGS * 8
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(facts, tags)) == [facts(tag) for tag in tags]


def test_importing_loads_no_heavy_library() -> None:
    script = (
        "import sys, toolkit.language; print('babel' in sys.modules, 'persiantools' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False False"
