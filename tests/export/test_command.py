"""The command: its options, what it refuses, its exit status."""

import json
import re

import pytest
from typer.testing import CliRunner

from tests.documentation import ROOT
from toolkit.cli import app

GUIDE = ROOT / "docs/export.md"


@pytest.fixture
def run(here, folder, tmp_path):
    def invoke(*options):
        arguments = ["export", str(folder), "--out", str(tmp_path / "out"), *options]
        return CliRunner().invoke(app, arguments)

    return invoke


def test_the_publication_beside_the_articles_counts(write, run, folder, tmp_path):
    write("one.fa.md")
    (folder / "toolkit.toml").write_text('languages = ["fa"]\nname = "Times"\n')
    done = run("--to", "html,text")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("1 article: 2 files made, 0 unchanged, 0 failed")
    assert "Times" in (tmp_path / "out/one.fa.html").read_text("utf-8")
    assert (tmp_path / "out/one.fa.txt").exists()


def test_what_fails_is_named_and_is_status_1(write, run):
    write("one.en.md")
    write("two.en.md", published="soon")
    done = run("--to", "html", "--locales", "en")
    assert done.exit_code == 1
    assert "two.en.md" in done.stderr
    assert "What failed, and why, is in" in done.stdout


def test_json(write, run):
    write("one.en.md")
    done = run("--to", "html", "--locales", "en", "--json")
    events = [json.loads(line)["event"] for line in done.stdout.splitlines()]
    assert events == ["reading", "read", "making", "made", "summary"]
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--to", "docx"], "the format “docx” is unknown"),
        (["--to", ","], "--to names nothing"),
        (["--locales", "zz-none"], "zz-none"),
        (["--jobs", "0"], "--jobs"),
        (["--publication", "none.toml"], "cannot be read"),
        (["--to", "pdf", "--page-size", "A99"], "A99"),
    ],
)
def test_wrong_use_is_status_2(write, run, tmp_path, options, told):
    write("one.en.md")
    done = run(*options)
    assert done.exit_code == 2
    assert told in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_guide_names_options_that_there_are(run):
    named = set(re.findall(r"--[a-z]+(?:-[a-z]+)*", GUIDE.read_text("utf-8"))) - {"--site"}
    known = set(
        re.findall(r"--[a-z]+(?:-[a-z]+)*", CliRunner().invoke(app, ["export", "--help"]).stdout)
    )
    assert named <= known
    assert {"--prune", "--verify", "--deadline"} <= named
