"""What the documentation shows, taken from it so that it can be run as written."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent

_FILE = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
_RUN = re.compile(r"<!-- run -->\n```(sh|python)\n(.*?)```", re.DOTALL)
_BESIDE = re.compile(r"<!-- run beside: (.+?) -->\n```(sh|python)\n(.*?)```", re.DOTALL)
_UNTIL_STOPPED = re.compile(r"<!-- run until stopped -->\n```sh\n(.*?)```", re.DOTALL)
_ADDRESS = "http://127.0.0.1:8000"


def examples_of(page):
    """Return the examples of a page as pairs of language and code."""
    return _RUN.findall(page.read_text("utf-8"))


def run_examples(page, folder):
    """Write a page's files into a folder, run its examples there, and return what was run."""
    write_files(page, folder)
    return [_run(language, code, folder) for language, code in examples_of(page)]


def write_files(page, folder):
    """Write a page's files into a folder."""
    for name, content in _FILE.findall(page.read_text("utf-8")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")


def servers_of(page):
    """Return the commands of a page that run until they are stopped."""
    return [command.strip() for command in _UNTIL_STOPPED.findall(page.read_text("utf-8"))]


def run_beside(page, folder):
    """Run the examples that need a server, at whichever port it gets, and return what was run."""
    examples = _BESIDE.findall(page.read_text("utf-8"))
    done = []
    for command in dict.fromkeys(command for command, _language, _code in examples):
        with server(command, folder) as address:
            done += [
                _run(language, code.replace(_ADDRESS, address), folder)
                for beside, language, code in examples
                if beside == command
            ]
    return done


@contextmanager
def server(command, folder):
    """Start a server that says its address in the first line."""
    with subprocess.Popen(
        [sys.executable, "-m", *command.split(), "--port", "0"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def _run(language, code, folder):
    commands = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}"}
    command = ["sh", "-e", "-c", code] if language == "sh" else [sys.executable, "-c", code]
    return subprocess.run(
        command, cwd=folder, env=environment, check=False, capture_output=True, text=True
    )
