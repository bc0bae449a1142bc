"""Character properties against Python's and against the files they were made from."""

import runpy
import sys
import unicodedata
from pathlib import Path

import pytest

from toolkit.direction import properties
from toolkit.direction.properties import CODES, brackets, classify, joining_types

DATABASE = Path("/usr/share/unicode")
TABLES = Path(properties.__file__).parent / "data"


def test_classes_agree_with_python_on_characters_both_know():
    # Unicode 15 and later differ from Python's version in nothing but new characters.
    assigned = [
        chr(i)
        for i in range(sys.maxunicode + 1)
        if unicodedata.category(chr(i)) not in ("Cn", "Cs")
    ]
    theirs = "".join(CODES[unicodedata.bidirectional(character) or "L"] for character in assigned)
    ours = classify("".join(assigned))
    differing = [
        (f"U+{ord(c):04X}", o, t) for c, o, t in zip(assigned, ours, theirs, strict=True) if o != t
    ]
    assert len(differing) < 5, differing


@pytest.mark.parametrize(
    ("character", "code"),
    [("\u05ff", "R"), ("\u07bf", "A"), ("\u20cf", "t"), ("\U0010ffff", "b"), ("\u0378", "L")],
)
def test_unassigned_code_points_have_their_defaults(character, code):
    assert classify(character) == code


def test_brackets():
    table = brackets()
    assert table["("] == (")", True)
    assert table[")"] == (")", False)
    assert table["\u2329"].closing == table["\u3008"].closing == "\u3009"
    assert "«" not in table


def test_joining_types():
    assert joining_types("باaـ\u200d\u200c\u064eی") == "DRUCCUTD"


def same_version():
    file = DATABASE / "BidiBrackets.txt"
    head = (TABLES / "brackets.tsv").read_text(encoding="utf-8").split(",")[0]
    return file.exists() and file.read_text(encoding="utf-8")[2:24] in head


@pytest.mark.skipif(
    not same_version(), reason="unicode-data of the tables' version is not installed"
)
def test_tables_are_what_their_builder_writes(tmp_path, monkeypatch):
    build = runpy.run_path(str(TABLES / "build.py"))
    monkeypatch.setitem(build["main"].__globals__, "HERE", tmp_path)
    build["main"](DATABASE)
    for name in ("bidi_class.tsv", "joining_type.tsv", "brackets.tsv"):
        assert (tmp_path / name).read_bytes() == (TABLES / name).read_bytes(), name
