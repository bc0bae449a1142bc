"""What ``toolkit export`` shows: a bar on a terminal, lines elsewhere, JSON for machines."""

import sys
import time
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from toolkit.console import styled
from toolkit.errors import Diagnostic
from toolkit.export.events import (
    Event,
    Failed,
    Finished,
    Gone,
    Phase,
    Skipped,
    Summary,
    Told,
    as_json,
)
from toolkit.export.records import What
from toolkit.export.report import NAME

__all__ = ["JsonLines", "Lines", "said"]

_PAUSE = 5.0
"""Seconds between two lines of progress."""

_PHASES = {"reading": "Reading articles", "making": "Making files"}


class JsonLines:
    """Writes each event to stdout as a JSON object on a line of its own."""

    def __call__(self, event: Event) -> None:
        """Write an event."""
        sys.stdout.write(as_json(event) + "\n")
        sys.stdout.flush()

    def running(self) -> AbstractContextManager[object]:
        """Return the context that an export runs in."""
        return nullcontext()


class _Rate(ProgressColumn):
    """Steps in a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "", style="progress.data.speed")


@dataclass(slots=True)
class Lines:
    """Shows events to people: what is wrong as it comes, and how far the work is.

    Args:
        out: The folder of the results.
    """

    out: Path
    _console: Console = field(default_factory=lambda: Console(stderr=True, soft_wrap=True))
    _bar: Progress = field(init=False)
    _phase: str = ""
    _total: int = 0
    _done: int = 0
    _begun: float = 0.0
    _shown: float = 0.0

    def __post_init__(self) -> None:
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            _Rate(),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )

    def running(self) -> AbstractContextManager[object]:
        """Return the context that an export runs in, with its bar."""
        return self._bar

    def __call__(self, event: Event) -> None:
        """Show an event."""
        match event:
            case Phase(name, total):
                self._begin(_PHASES[name], total)
            case Finished():
                self._step(1)
            case Skipped(count):
                self._step(count)
            case Failed(what, findings):
                self._step(1 if what.format else 0)
                self._tell(findings, _named(what))
            case Told(findings):
                self._tell(findings)
            case Gone(path, "removed"):
                self._console.print(Text(f"removed: {self.out / path}"))
            case Gone(path):
                self._console.print(
                    Text(f"gone: {self.out / path} is of an article that is no more")
                )
            case Summary():
                for line in said(event, self.out):
                    sys.stdout.write(f"{line}\n")

    def _begin(self, name: str, total: int) -> None:
        self._phase, self._total, self._done = name, total, 0
        self._begun = self._shown = time.monotonic()
        for task in self._bar.task_ids:
            self._bar.remove_task(task)
        if total:
            self._bar.add_task(name, total=total)

    def _step(self, count: int) -> None:
        self._done += count
        for task in self._bar.task_ids:
            self._bar.update(task, completed=self._done)
        now = time.monotonic()
        if self._bar.disable and now - self._shown >= _PAUSE:
            self._shown = now
            self._console.print(Text(self._progress(now - self._begun)))

    def _progress(self, seconds: float) -> str:
        rate = self._done / seconds
        left = _time((self._total - self._done) / rate) if rate else "unknown"
        share = f"{self._done:,} of {self._total:,}"
        return f"{self._phase}: {share}, {rate:.1f} a second, {left} left"

    def _tell(self, findings: tuple[Diagnostic, ...], name: str = "") -> None:
        for finding in findings:
            self._console.print(styled(finding).append(name))


def said(summary: Summary, out: Path) -> list[str]:
    """Return what came of an export, in lines.

    Args:
        summary: What came of it.
        out: The folder of the results.
    """
    rate = summary.made / summary.seconds if summary.seconds else 0
    made = _counted(summary.made, "file")
    counts = f"{made} made, {summary.skipped:,} unchanged, {summary.failed:,} failed"
    pace = f"{_time(summary.seconds)} ({rate:.1f} files a second)"
    articles = _counted(summary.articles, "article")
    lines = [f"{articles}: {counts}, in {pace}"]
    if summary.removed:
        lines.append(f"Removed {_counted(summary.removed, 'file')} of articles that are no more")
    if summary.gone:
        lines.append(f"{_counted(summary.gone, 'file')} of articles that are no more: see --prune")
    if summary.failed:
        lines.append(f"What failed, and why, is in {out / NAME}")
    if summary.stopped:
        lines.append(
            f"{_STOPPED.get(summary.stopped, 'Stopped')}: run the same command again to go on"
        )
    return lines


_STOPPED = {
    "disk-full": "Stopped, as the disk is full; free some space",
    "missing-library": "Stopped, as no PDF can be made; install what is missing",
    "manifest": "Stopped, as the record of what was made cannot be kept",
}


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _named(what: What) -> str:
    return f" [{what.locale}, {what.format}]" if what.format else ""


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{seconds:.1f} s"
