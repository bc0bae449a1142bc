"""What each rule finds and what it leaves alone: data/cases.toml."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.check.conftest import TITLES
from toolkit.article.model import Article
from toolkit.check import RULES, check_article
from toolkit.check.rule import finders
from toolkit.direction.explain.invisible import short_names

CASES = [
    pytest.param(code, case, id=f"{code}-{index}")
    for code, cases in tomllib.loads(
        (Path(__file__).parent / "data" / "cases.toml").read_text("utf-8")
    ).items()
    for index, case in enumerate(cases)
]
CHARACTERS = {name: character for character, name in short_names().items()}


def written(text):
    return re.sub("⟨(\\w+)⟩", lambda name: CHARACTERS[name[1]], text)


def checked(body, lang):
    """Check a body as it is: clean, but for the pictures, which are not there."""
    fields = {"id": "a", "lang": lang, "title": TITLES[lang], "body": written(body)}
    article = Article.model_validate(fields | {"body_format": "html"})
    return check_article(article.settled(body=article.body, image=None))


@pytest.mark.parametrize(("code", "case"), CASES)
def test_case(code, case):
    found = [one for one in checked(case["body"], case.get("lang", "fa")) if one.code == code]
    assert [one.excerpt for one in found] == list(map(written, case.get("found", [])))
    if "suggested" in case:
        assert [one.suggestion for one in found] == case["suggested"]
    assert {one.severity for one in found} <= {case.get("severity", RULES[code].severity)}


def test_every_rule_has_cases_both_ways():
    cases = {param.values[0]: [] for param in CASES}
    for param in CASES:
        cases[param.values[0]].append(bool(param.values[1].get("found")))
    # The cleaning of a body mends what is unbalanced; test_controls has that rule.
    expected = set(RULES) - {"unbalanced-bidi"}
    assert {code for code, found in cases.items() if True in found} == expected
    assert expected - {"bidi-embedding"} == {
        code for code, kinds in cases.items() if False in kinds
    }


def test_every_rule_has_a_finder():
    assert {rule.code for rule, _ in finders()} == set(RULES)


def test_findings_say_what_why_and_what_to_write():
    finding = next(iter(checked("<p>علي رفت</p>", "fa")))
    assert str(finding) == (
        "body: has the Arabic yeh (ي) in Persian; searches for the Persian word do not find it "
        "(“علي”). Write “علی”."
    )


def test_same_findings_are_counted():
    found = checked("<p>علي و علي</p><p>علي</p>", "fa")
    assert [one.reason.rpartition(", ")[2] for one in found] == ["3 times"]


def test_findings_of_one_kind_are_bounded():
    words = " ".join(f"علي{chr(0x0627 + i % 20)}{chr(0x0627 + i // 20)}" for i in range(100))
    found = checked(f"<p>{words}</p>", "fa")
    assert len(found) == 31
    assert found[-1].reason == "has 70 more findings of this kind"
