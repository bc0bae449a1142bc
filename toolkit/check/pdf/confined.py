"""Child processes that read hostile files: bounded in time and memory, one answer a file.

A child is given files as arguments and writes a line of JSON for each, in order.  Where it hangs
or dies, the file that it was at is to blame, and another child goes on after it.
"""

import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Timer
from typing import Any, Final, Self

import toolkit

__all__ = ["Answer", "ask"]

_BATCH: Final = 200  # files of one child: a command line has a bounded length

Answer = dict[str, Any] | str
"""What a child says of a file, or why it said nothing."""


def ask(command: Sequence[str], files: Sequence[str], *, seconds: float) -> Iterator[Answer]:
    """Yield an answer for each file, in order.

    Args:
        command: The program with its first arguments.
        files: The files that it is asked about.
        seconds: How long one file may take.
    """
    left = list(files)
    while left:
        batch = left[:_BATCH]
        count = 0
        with _Child([*command, *batch], seconds) as child:
            for answer in child.answers():
                yield answer
                count += 1
                if count == len(batch):
                    break
        if count < len(batch):
            yield child.blame()
            count += 1
        del left[:count]


class _Child:
    """A running program whose every line has a time limit."""

    def __init__(self, command: Sequence[str], seconds: float) -> None:
        root = str(Path(toolkit.__file__).parent.parent)
        paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        self._seconds = seconds
        self._is_late = False
        self._process = subprocess.Popen(  # noqa: S603 - our own program; the files are data
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def answers(self) -> Iterator[Answer]:
        while line := self._line():
            try:
                yield json.loads(line)
            except ValueError:
                return

    def _line(self) -> bytes:
        timer = Timer(self._seconds, self._stop)
        timer.start()
        try:
            return self._process.stdout.readline() if self._process.stdout else b""
        finally:
            timer.cancel()

    def _stop(self) -> None:
        self._is_late = True
        self._process.kill()

    def blame(self) -> str:
        """Return why there is no answer."""
        if self._is_late:
            return f"takes longer than {self._seconds:g} seconds"
        return "needs more memory than a check has, or makes its reader fail"
