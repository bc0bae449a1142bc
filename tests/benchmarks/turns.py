"""Programs in processes of their own, which take turns: what one PDF costs each of them.

A turn is one PDF of a text that no program has seen.  As the programs alternate, what else the
machine does meanwhile meets all of them; the least of the turns counts.
"""

import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from tests.benchmarks.memory import watched
from tests.benchmarks.processor import adopt_orphans, cpu
from tests.benchmarks.producers import PRODUCERS
from tests.benchmarks.texts import Text

__all__ = ["Cost", "costs"]


@dataclass(slots=True)
class Cost:
    """What one PDF costs a program.

    Args:
        seconds: On the clock, the least of the turns.
        cpu: Processor time of the program and all its processes, the least of the turns.
        megabytes: Most memory of all its processes together, each shared page counted once.
        pdf: What it makes of the text.
    """

    seconds: float = float("inf")
    cpu: float = float("inf")
    megabytes: float = 0.0
    pdf: bytes = field(default=b"", repr=False)


def costs(text: Text, names: Sequence[str], rounds: int) -> dict[str, Cost]:
    """Return what a PDF of a text costs each of some programs.

    Args:
        text: The text.
        names: The programs, as in ``PRODUCERS``.
        rounds: How many turns count, after one that does not.
    """
    found = {name: Cost() for name in names}
    with tempfile.TemporaryDirectory() as folder, _children(names, Path(folder)) as children:
        for name, child in children.items():
            child.turn(text)
            with watched(child.pid) as memory:
                found[name].pdf = child.turn(text)[2]
            found[name].megabytes = max(memory)
        for number in range(rounds):
            for name, child in children.items():
                seconds, cpu, _ = child.turn(text.numbered(number + 1))
                found[name].seconds = min(found[name].seconds, seconds)
                found[name].cpu = min(found[name].cpu, cpu)
    return found


class _Child:
    """A process in which one program waits for its turns."""

    def __init__(self, name: str, folder: Path) -> None:
        folder.mkdir()
        context = get_context("spawn")
        self._pipe, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(name, folder, other), daemon=False)
        self._process.start()
        other.close()

    @property
    def pid(self) -> int:
        """The id of the process."""
        assert self._process.pid is not None
        return self._process.pid

    def turn(self, text: Text) -> tuple[float, float, bytes]:
        """Return seconds, processor seconds and the PDF."""
        self._pipe.send(text)
        seconds, cpu, pdf = self._pipe.recv()
        return seconds, cpu, pdf

    def end(self) -> None:
        """End the process."""
        self._pipe.send(None)
        self._process.join()


@contextmanager
def _children(names: Sequence[str], folder: Path) -> Iterator[Mapping[str, _Child]]:
    children = {name: _Child(name, folder / str(place)) for place, name in enumerate(names)}
    try:
        yield children
    finally:
        for child in children.values():
            child.end()


def _serve(name: str, folder: Path, pipe: Connection) -> None:
    """Make a PDF of each text that comes in."""
    adopt_orphans()
    with PRODUCERS[name].start(folder) as make:
        while (text := pipe.recv()) is not None:
            begin, before = time.perf_counter(), cpu()
            pdf = make(text)
            seconds = time.perf_counter() - begin
            pipe.send((seconds, cpu() - before, pdf))
