"""What the documentation shows, taken from it so that it can be run as written."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
_RUN = re.compile(r"<!-- run -->\n```(sh|python)\n(.*?)```", re.DOTALL)


def examples_of(page):
    """Return the examples of a page as pairs of language and code."""
    return _RUN.findall(page.read_text("utf-8"))


def run_examples(page, folder):
    """Write a page's files into a folder, run its examples there, and return what was run."""
    for name, content in _FILE.findall(page.read_text("utf-8")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return [_run(language, code, folder) for language, code in examples_of(page)]


def _run(language, code, folder):
    commands = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}"}
    command = ["sh", "-e", "-c", code] if language == "sh" else [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
