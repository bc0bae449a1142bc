"""What files said when they were read last, so that only a changed one is read again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from toolkit.article import Article
from toolkit.errors import Diagnostic, Report, ToolkitError

__all__ = ["Memory"]

_Facts = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    """What came of a file."""

    facts: _Facts
    found: Article | ToolkitError
    reported: tuple[Diagnostic, ...]


class Memory:
    """Remembers what files said as long as their time of change and size stay the same."""

    def __init__(self) -> None:
        self._known: dict[Path, _Known] = {}

    def recall(
        self, path: Path, report: Report, read: Callable[[Path, Report], Article]
    ) -> Article:
        """Return the article in a file; what was reported about it is reported again.

        Args:
            path: The file.
            report: Receives warnings.
            read: Reads the file.

        Raises:
            ToolkitError: What ``read`` raised.
        """
        facts = _facts(path)
        known = self._known.get(path)
        if known is None or known.facts != facts:
            known = self._known[path] = _read(path, facts, read)
        for diagnostic in known.reported:
            report(diagnostic)
        if isinstance(known.found, ToolkitError):
            raise known.found
        return known.found

    def forget(self) -> None:
        """Forget everything, as pictures may have changed that articles only name."""
        self._known.clear()


def _read(path: Path, facts: _Facts, read: Callable[[Path, Report], Article]) -> _Known:
    reported: list[Diagnostic] = []
    found: Article | ToolkitError
    try:
        found = read(path, reported.append)
    except ToolkitError as error:
        found = error
    return _Known(facts, found, tuple(reported))


def _facts(path: Path) -> _Facts:
    try:
        status = path.stat()
    except OSError:
        return (0, -1)  # the reader says why
    return status.st_mtime_ns, status.st_size
