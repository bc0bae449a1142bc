"""Findings as lines, JSON and SARIF."""

import json
from pathlib import Path

import jsonschema
import pytest

from toolkit.check import RULES, Outcome, sarif
from toolkit.errors import Diagnostic

WARNING = Diagnostic(
    code="arabic-letter",
    reason="has the Arabic kaf",
    remedy="Write “کتاب”",
    severity="warning",
    file="در راه/a b.md",
    field="body",
    line=5,
    column=9,
    excerpt="كتاب",
    suggestion="کتاب",
)
ERROR = Diagnostic(code="cannot-read", reason="does not exist", file="b.md")
SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("found", "status", "strict"), [((), 0, 0), ((WARNING,), 0, 1), ((WARNING, ERROR), 1, 1)]
)
def test_status(found, status, strict):
    outcome = Outcome(1, found)
    assert (outcome.status(), outcome.status(strict=True)) == (status, strict)


def test_lines_and_summary():
    outcome = Outcome(2, (WARNING, ERROR))
    assert outcome.lines() == (
        "warning: در راه/a b.md:5:9: body: has the Arabic kaf (“كتاب”). Write “کتاب”.\n"
        "error: b.md: does not exist.\n"
    )
    assert outcome.summary() == "2 articles: 1 error, 1 warning, 0 notes"


def test_json_has_what_is_known():
    result = json.loads(Outcome(1, (WARNING, ERROR)).json())
    assert result["counts"] == {"error": 1, "warning": 1, "note": 0}
    assert result["diagnostics"][0]["suggestion"] == "کتاب"
    assert set(result["diagnostics"][1]) == {"code", "reason", "severity", "file"}


def test_sarif_is_valid():
    log = json.loads(sarif([WARNING, ERROR], version="1.2.3"))
    jsonschema.Draft7Validator(SCHEMA).validate(log)
    (run,) = log["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == [*RULES, "cannot-read"]
    assert [ids[result["ruleIndex"]] for result in run["results"]] == [
        "arabic-letter",
        "cannot-read",
    ]


def test_sarif_points_at_the_text_and_mends_it():
    result = json.loads(sarif([WARNING], version="1.2.3"))["runs"][0]["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%D8%AF%D8%B1%20%D8%B1%D8%A7%D9%87/a%20b.md"
    assert place["region"] == {"startLine": 5, "startColumn": 9, "endColumn": 13}
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"][0]["insertedContent"] == {"text": "کتاب"}


def test_sarif_names_absolute_files():
    found = Diagnostic(code="x", reason="y", file="/a b.md")
    result = json.loads(sarif([found], version="1.2.3"))["runs"][0]["results"][0]
    assert (
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///a%20b.md"
    )
