"""The translator's guide runs as written."""

import re

from tests.documentation import ROOT, run_examples

GUIDE = ROOT / "docs/translating.md"


def test_the_guide_runs_as_written(tmp_path):
    for done in run_examples(GUIDE, tmp_path):
        assert (done.returncode, "error" in done.stderr) == (0, False), done.stderr
    assert (tmp_path / "labels/ckb.po").is_file()
    assert (tmp_path / "ckb.xlsx").is_file()


def test_its_links_lead_somewhere():
    targets = re.findall(r"\]\(([^)#:]+)\)", GUIDE.read_text("utf-8"))
    assert [target for target in targets if not (GUIDE.parent / target).exists()] == []
