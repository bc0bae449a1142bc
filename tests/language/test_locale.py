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
]


def test_facts_of_dari() -> None:
    dari = Locale.parse("prs")
    assert (dari.tag, dari.language, dari.script, dari.territory) == ("fa-AF", "fa", "Arab", "AF")
    assert (dari.direction, dari.numbering, dari.calendar) == ("rtl", "arabext", "persian")
    assert dari.fallbacks == ("fa-AF", "fa", "en")
    assert dari.autonym == "دری"


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
    st.sampled_from(["", "ca-gregory", "ca-persian"]),
    st.sampled_from(["", "nu-latn", "nu-arab"]),
)
def test_a_locale_is_its_tag_written_out(tag: str, calendar: str, numbering: str) -> None:
    extensions = "-".join(part for part in (calendar, numbering) if part)
    locale = Locale.parse(f"{tag}-u-{extensions}" if extensions else tag)
    assert Locale.parse(str(locale)) == locale
    assert locale.tag == tag
    assert calendar in ("", "ca-gregory" if locale.calendar == "gregorian" else "ca-persian")
    assert numbering in ("", f"nu-{locale.numbering}")


def test_defaults_are_not_written_out() -> None:
    assert str(Locale.parse("fa-AF-u-ca-persian-nu-arabext")) == "fa-AF"
    assert str(Locale.parse("fa-AF-u-nu-latn")) == "fa-AF-u-nu-latn"
    assert str(Locale.parse("en-u-ca-persian")) == "en-u-ca-persian"


def test_an_unknown_calendar_is_an_error() -> None:
    with pytest.raises(LocaleError, match="calendar"):
        Locale.parse("fa-u-ca-buddhist")


def check(tag: str) -> None:
    locale = Locale.parse(tag)
    for calendar in ("gregorian", "persian"):
        for length in ("full", "long", "medium", "short", "year-month", "year"):
            shown = locale.date(date(2026, 11, 22), length, calendar=calendar)
            assert shown
            assert "%" not in shown
    assert locale.number(-1234.5)
    assert locale.percent(0.5)
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
