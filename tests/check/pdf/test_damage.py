"""Nineteen kinds of deliberate damage and more: each is found, and a checker is named."""

import pytest

from tests.check.pdf.damage import MUTANTS, damaged
from toolkit.check.pdf.examine import examine
from toolkit.check.pdf.verapdf import missing, verdicts


def kinds(report):
    return {(found.code, found.reason) for found in report.diagnostics}


@pytest.fixture(scope="module")
def good(renderer_for, samples):
    return renderer_for("en").pdf(samples["harvest-data"])


@pytest.fixture(scope="module")
def baseline(good, tmp_path_factory):
    path = tmp_path_factory.mktemp("good") / "good.pdf"
    path.write_bytes(good)
    return kinds(examine(path))


@pytest.mark.parametrize("name", MUTANTS)
def test_damage_is_found(good, baseline, name, tmp_path):
    path = tmp_path / f"{name}.pdf"
    damaged(good, name, path)
    found = kinds(examine(path)) - baseline
    print(f"{name}: {', '.join(sorted({code for code, _ in found}))}")
    assert found


@pytest.mark.slow
@pytest.mark.skipif(missing() is not None, reason="veraPDF cannot run")
def test_what_verapdf_finds(good, tmp_path):
    """Print which checker finds which damage; a validator finds most of it."""
    reports = []
    for name in MUTANTS:
        path = tmp_path / f"{name}.pdf"
        damaged(good, name, path)
        reports.append(examine(path))
    by_vera = {
        name: {found.code for found in broken}
        for name, (_, broken) in zip(MUTANTS, verdicts(reports), strict=True)
    }
    for (name, vera), report in zip(by_vera.items(), reports, strict=True):
        print(f"{name:32} {', '.join(sorted({one.code for one in report.diagnostics} | vera))}")
    assert sum(map(bool, by_vera.values())) >= 12
