"""What is changed and what is kept, case by case: data.toml."""

import re
import tomllib
from pathlib import Path
from unicodedata import is_normalized

import pytest

from tests.normalisation.conftest import make
from toolkit.article.body import clean
from toolkit.check import check_article
from toolkit.direction.explain.invisible import short_names
from toolkit.normalisation import normalise

CASES = tomllib.loads((Path(__file__).parent / "data.toml").read_text("utf-8"))
CHARACTERS = {name: character for character, name in short_names().items()}
FOUND_AS = {
    "kaf": "arabic-letter",
    "yeh": "arabic-letter",
    "digit": "arabic-digit",
    "form": "presentation-form",
    "joiner": "joiner-at-edge",
}


def written(text):
    return re.sub("⟨(\\w+)⟩", lambda name: CHARACTERS[name[1]], text)


def normalised(case):
    return normalise(make(written(case["html"]), case.get("lang", "fa")), report=lambda _: None)


@pytest.mark.parametrize("case", CASES["changed"])
def test_changed(case):
    found = normalised(case)
    assert found.article.body == written(case["to"])
    assert is_normalized("NFC", found.article.body)


@pytest.mark.parametrize("case", CASES["kept"])
def test_kept(case):
    found = normalised(case)
    assert (found.article.body, found.changes) == (written(case["html"]), ())


@pytest.mark.parametrize("case", CASES["changed"])
def test_what_is_changed_is_found_by_the_check(case):
    before = make(written(case["html"]), case.get("lang", "fa"))
    expected = {FOUND_AS[change.kind] for change in normalised(case).changes}
    assert expected <= {found.code for found in check_article(before)}


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases])
def test_cases_hold_what_a_clean_body_holds(case):
    """The markup is read as the cleaning of bodies writes it."""
    html = re.sub(r'#ي|id="ي"', "", written(case["html"]))
    tags = re.compile(r"<(/?[a-z]+)")
    assert set(tags.findall(clean(html, report=lambda _: None))) >= set(tags.findall(html)) - {
        "b",
        "/b",
    }
