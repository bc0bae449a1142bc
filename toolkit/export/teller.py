"""Passes events on, and counts them."""

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable

from toolkit.errors import Diagnostic
from toolkit.export.events import Event, Failed, Finished, Gone, Skipped, Told

__all__ = ["Teller"]

_REMEMBERED = 10_000
"""Warnings of which the same is not told again."""


class Teller:
    """Passes events on.

    Args:
        tell: Receives them.

    Attributes:
        count: How many files were ``made``, ``skipped``, ``failed``, ``gone``, ``removed``, and how
            many articles were ``read``.
    """

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell
        self._said: OrderedDict[Diagnostic, None] = OrderedDict()
        self.count: Counter[str] = Counter()

    def __call__(self, event: Event) -> None:
        """Pass an event on."""
        match event:
            case Skipped(count):
                self.count["skipped"] += count
            case Finished() | Failed() | Gone():
                self.count[event.event] += 1
        self._tell(event)

    def findings(self, findings: Iterable[Diagnostic]) -> None:
        """Tell warnings that have not been told lately: many pages may have the same."""
        fresh = tuple(found for found in findings if self._is_fresh(found))
        if fresh:
            self(Told(fresh))

    def _is_fresh(self, finding: Diagnostic) -> bool:
        is_fresh = finding not in self._said
        self._said[finding] = None
        self._said.move_to_end(finding)
        if len(self._said) > _REMEMBERED:
            self._said.popitem(last=False)
        return is_fresh
