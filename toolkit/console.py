"""What a command says: messages to stderr, results to stdout, as lines or as JSON."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console as Terminal
from rich.progress import Progress, TaskID
from rich.text import Text

from toolkit.errors import Diagnostic

__all__ = ["Console", "styled"]

_STYLES = {"error": "bold red", "warning": "yellow", "note": "dim"}


def styled(diagnostic: Diagnostic) -> Text:
    """Return a finding as one line for a terminal, its severity before it in colour."""
    line = Text.assemble((f"{diagnostic.severity}: ", _STYLES[diagnostic.severity]))
    return line.append(str(diagnostic))


@dataclass(slots=True)
class Console:
    """Says what a command has done.

    Args:
        is_json: Whether all of it is one JSON object on stdout at the end.
    """

    is_json: bool = False
    _said: dict[Diagnostic, None] = field(default_factory=dict)
    _terminal: Terminal = field(default_factory=lambda: Terminal(stderr=True, soft_wrap=True))

    def report(self, diagnostic: Diagnostic) -> None:
        """Say one finding; the same one is said once."""
        if diagnostic in self._said:
            return
        self._said[diagnostic] = None
        if not self.is_json:
            self._terminal.print(styled(diagnostic))

    def finish(self, files: Sequence[Path]) -> None:
        """Say what was written."""
        if self.is_json:
            findings = [said.known() for said in self._said]
            result = {"files": [str(file) for file in files], "diagnostics": findings}
            sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
            return
        for file in files:
            sys.stdout.write(f"{file}\n")

    @contextmanager
    def progress(self, total: int) -> Iterator["Steps"]:
        """Show progress while the block runs, on a terminal and for more than one step.

        Args:
            total: Number of steps.
        """
        is_hidden = self.is_json or total < 2 or not self._terminal.is_terminal
        with Progress(console=self._terminal, transient=True, disable=is_hidden) as bar:
            yield Steps(bar, bar.add_task("", total=total))


@dataclass(slots=True)
class Steps:
    """A progress bar; called with the name of each step as it begins."""

    bar: Progress
    task: TaskID
    done: int = -1

    def __call__(self, name: str) -> None:
        """Begin a step."""
        self.done += 1
        self.bar.update(self.task, completed=self.done, description=name)
