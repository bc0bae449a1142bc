"""Levels and order against the files that Unicode publishes for it."""

from pathlib import Path

import pytest

from toolkit.direction.levels import resolve, resolve_classes
from toolkit.direction.order import reset_whitespace, visual_order
from toolkit.direction.properties import CODES, classify
from toolkit.direction.sequences import REMOVED

UNICODE = Path("/usr/share/unicode")
needs_files = pytest.mark.skipif(
    not (UNICODE / "BidiTest.txt").exists(), reason="Debian's unicode-data is not installed"
)
BASES = ((1, None), (2, 0), (4, 1))  # bits of a row of BidiTest.txt


def shown(paragraph, codes):
    """Levels after L1, x for what X9 removes, and the visual order of the rest."""
    levels = reset_whitespace(paragraph.levels, codes, paragraph.base)
    kept = [i for i, code in enumerate(codes) if code not in REMOVED]
    order = [kept[i] for i in visual_order([levels[i] for i in kept])]
    cells = [
        "x" if code in REMOVED else str(level) for code, level in zip(codes, levels, strict=True)
    ]
    return " ".join(cells), " ".join(map(str, order))


def rows(name):
    for line in (UNICODE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line


@needs_files
def test_bidi_character_test():
    wrong, cases = [], 0
    for row in rows("BidiCharacterTest.txt"):
        code_points, direction, base, levels, order = row.split(";")
        text = "".join(chr(int(code_point, 16)) for code_point in code_points.split())
        paragraph = resolve(text, None if direction == "2" else int(direction))
        cases += 1
        if (str(paragraph.base), *shown(paragraph, classify(text))) != (base, levels, order):
            wrong.append(row)
    print(f"{cases} cases")
    assert not wrong
    assert cases > 90_000


def class_cases():
    levels = order = ""
    for row in rows("BidiTest.txt"):
        if row.startswith("@Levels:"):
            levels = row.partition(":")[2].strip()
        elif row.startswith("@Reorder:"):
            order = row.partition(":")[2].strip()
        else:
            classes, _, bits = row.partition(";")
            codes = "".join(CODES[name] for name in classes.split())
            for bit, base in BASES:
                if int(bits) & bit:
                    yield codes, base, levels, order


def check_classes(every):
    wrong, cases = [], 0
    for number, (codes, base, levels, order) in enumerate(class_cases()):
        if number % every:
            continue
        cases += 1
        if shown(resolve_classes(codes, base), codes) != (levels, order):
            wrong.append((codes, base, levels, order))
    print(f"{cases} cases")
    assert not wrong[:5]
    return cases


@needs_files
def test_bidi_test_sample():
    assert check_classes(every=31) > 20_000


@needs_files
@pytest.mark.slow
def test_bidi_test():
    assert check_classes(every=1) > 700_000
