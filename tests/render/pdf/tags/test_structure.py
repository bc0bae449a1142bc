"""Which structure elements a document gets, as another program reads them."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.render.pdf.tags.samples import DOT, structure

CASES = tomllib.loads((Path(__file__).parent / "structures.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_elements(name):
    lines = structure(CASES[name]["html"].replace("DOT", DOT)).outline()
    found = re.sub(r"BBox=[\d.+]+", "BBox=*", "\n".join(lines))
    assert found == CASES[name]["outline"].strip()
