"""The README's examples run as written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path(__file__).parent.parent / "README.md"
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
_RUN = re.compile(r"<!-- run -->\n```(sh|python)\n(.*?)```", re.DOTALL)
EXAMPLES = _RUN.findall(README.read_text("utf-8"))


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    """A folder with the files that the README shows."""
    folder = tmp_path_factory.mktemp("readme")
    for name, content in _FILE.findall(README.read_text("utf-8")):
        (folder / name).write_text(content, "utf-8")
    return folder


def test_there_are_examples_for_each_user():
    assert [language for language, _code in EXAMPLES] == ["sh", "python", "sh", "sh"]


@pytest.mark.parametrize(("language", "code"), EXAMPLES)
def test_an_example_runs_as_written(reader, language, code):
    commands = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}"}
    command = ["sh", "-e", "-c", code] if language == "sh" else [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=reader, env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "error: " not in done.stderr


def test_the_results_named_are_there(reader):
    for locale in ("fa", "en"):
        for suffix in ("html", "pdf", "txt"):
            assert (reader / "out" / f"report.{locale}.{suffix}").stat().st_size > 300


def test_its_links_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))
    assert [target for target in targets if not (README.parent / target).exists()] == []
