"""Each row finds its fault: a change to a good page, and no offender before it."""

import re
from pathlib import Path

import pytest

from tests.browser.rows import ROWS, offenders

BREAKS = [
    pytest.param(number, script, id=f"{number} {row['name']}-{index}")
    for number, row in ROWS.items()
    for index, script in enumerate(row.get("breaks", []), 1)
]
DOCUMENT = Path(__file__).parents[2] / "docs" / "accessibility.md"


@pytest.mark.browser
@pytest.mark.parametrize(("number", "script"), BREAKS)
def test_a_row_finds_its_fault(site, page, number, script):
    page.goto(f"file://{site}/harvest-data.fa.html")
    view, name = ROWS[number]["seen"], f"{number} {ROWS[number]['name']}"
    assert name not in offenders(page, view, [number])
    page.evaluate(script)
    assert name in offenders(page, view, [number])


def test_every_row_is_documented():
    table = re.findall(r"^\| (\d+) \| ([^|]+) \|", DOCUMENT.read_text("utf-8"), re.MULTILINE)
    assert table == [(str(number), row["name"]) for number, row in ROWS.items()]


@pytest.mark.parametrize("path", [row["seen"] for row in ROWS.values() if "/" in row["seen"]])
def test_rows_that_have_a_test_of_their_own(path):
    file, _, name = path.partition("::")
    assert f"def {name or 'test_'}" in (DOCUMENT.parents[1] / file).read_text("utf-8")
