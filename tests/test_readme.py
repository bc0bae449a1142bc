"""The README's examples run as written."""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
_RUN = re.compile(r"<!-- run -->\n```(sh|python)\n(.*?)```", re.DOTALL)
_AT_ROOT = re.compile(r"<!-- run at the root -->\n```sh\n(.*?)```", re.DOTALL)
EXAMPLES = _RUN.findall(README.read_text("utf-8"))


def test_there_are_examples_for_each_user():
    assert [language for language, _code in EXAMPLES] == ["sh", "python", "sh", "sh"]


def test_the_examples_run_as_written(tmp_path):
    for name, content in _FILE.findall(README.read_text("utf-8")):
        (tmp_path / name).write_text(content, "utf-8")
    for language, code in EXAMPLES:
        done = _run(language, code, tmp_path)
        assert done.returncode == 0, done.stderr
        assert "error: " not in done.stderr
    for locale in ("fa", "en"):
        for suffix in ("html", "pdf", "txt"):
            assert (tmp_path / "out" / f"report.{locale}.{suffix}").stat().st_size > 300


def _run(language, code, folder):
    commands = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}"}
    command = ["sh", "-e", "-c", code] if language == "sh" else [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )


def test_the_command_is_found_as_the_readme_says():
    (code,) = _AT_ROOT.findall(README.read_text("utf-8"))
    done = subprocess.run(
        ["sh", "-e", "-c", code], cwd=README.parent, check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.split()[:1]) == (0, ["toolkit"]), done.stderr


def test_its_links_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", README.read_text("utf-8"))
    assert [target for target in targets if not (README.parent / target).exists()] == []
