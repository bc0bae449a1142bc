"""A real preview of some of the sample articles, as the command runs it."""

import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from toolkit.resources import SAMPLES

_KEPT = ("water-report", "harvest", "bridge-opening", "toolkit.toml", "pictures")


@dataclass
class Running:
    """A preview that answers.

    Args:
        address: Where, with a final slash.
        folder: The folder that it shows.
        process: The command.
    """

    address: str
    folder: Path
    process: subprocess.Popen

    def change(self, name, old, new):
        """Save a file with one text in the place of another; return what it was before."""
        file = self.folder / name
        before = file.read_text("utf-8")
        assert old in before
        file.write_text(before.replace(old, new, 1), "utf-8")
        return before


def copy_samples(folder):
    """Copy those articles that the tests of the preview show."""
    shutil.copytree(SAMPLES, folder, ignore=_ignored)


@contextmanager
def running(folder):
    """Run the preview of a folder, and stop it as Ctrl-C does."""
    command = [sys.executable, "-m", "toolkit", "preview", folder, "--port", "0", "--no-open"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Running(process.stdout.readline().strip(), folder, process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(15)


def _ignored(_folder, names):
    return [name for name in names if not name.startswith(_KEPT)]
