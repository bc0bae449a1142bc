"""Writes the tables beside it from the Unicode Character Database.

``python toolkit/direction/data/build.py /usr/share/unicode`` after a new Unicode version; the
folder holds BidiBrackets.txt and extracted/.  Python's own ``unicodedata`` is not used, for its
version differs from one Python to the next and it knows no class of unassigned code points.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent

# The long names that occur in @missing lines: https://www.unicode.org/reports/tr44/#Missing_Conventions
SHORT = {
    "Left_To_Right": "L",
    "Right_To_Left": "R",
    "Arabic_Letter": "AL",
    "European_Terminator": "ET",
    "Boundary_Neutral": "BN",
    "Non_Joining": "U",
}


def rows(path: Path) -> Iterator[list[str]]:
    """Yield the fields of each row of a file of the database, comments removed."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if fields := line.partition("#")[0].strip():
            yield [field.strip() for field in fields.split(";")]


def span(field: str) -> range:
    """Return the code points of ``0041..005A`` or ``0041``."""
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def property_of_all(path: Path) -> list[str]:
    """Return one value for each code point, unassigned ones included."""
    values = [""] * 0x110000
    text = path.read_text(encoding="utf-8")
    missing = re.findall(r"^# @missing: (\S+); (\w+)", text, re.MULTILINE)
    named = [(code_points, SHORT[name]) for code_points, name in missing]
    for code_points, value in [*named, *(row[:2] for row in rows(path))]:
        for code_point in span(code_points):
            values[code_point] = value
    return values


def write(name: str, source: Path, lines: list[str]) -> None:
    """Write one table with its provenance."""
    version = source.read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# ")
    head = [
        f"# Derived from {version}, https://www.unicode.org/Public/ by build.py.",
        "# Copyright © Unicode, Inc. Licence: LICENSE.unicode beside this file.",
    ]
    (HERE / name).write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def write_runs(name: str, source: Path) -> None:
    """Write ``first code point <TAB> value``, valid up to the next row."""
    values = property_of_all(source)
    starts = [i for i, value in enumerate(values) if i == 0 or value != values[i - 1]]
    write(name, source, [f"{i:04X}\t{values[i]}" for i in starts])


def write_brackets(name: str, source: Path) -> None:
    """Write ``opening bracket <TAB> closing bracket``."""
    pairs = [row[:2] for row in rows(source) if row[2] == "o"]
    write(name, source, ["\t".join(pair) for pair in pairs])


def main(database: Path) -> None:
    """Write the three tables."""
    write_runs("bidi_class.tsv", database / "extracted/DerivedBidiClass.txt")
    write_runs("joining_type.tsv", database / "extracted/DerivedJoiningType.txt")
    write_brackets("brackets.tsv", database / "BidiBrackets.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
