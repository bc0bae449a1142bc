"""What a worker's task reports, kept until it goes back with the result."""

from toolkit.errors import Diagnostic

__all__ = ["report", "reported", "taken"]

_MOST = 1000

_reported: dict[Diagnostic, None] = {}


def report(diagnostic: Diagnostic) -> None:
    """Keep a finding for whoever waits for the task: the :data:`Report` of work in a worker.

    Args:
        diagnostic: The finding; the same one is kept once, and of very many the first.
    """
    if len(_reported) < _MOST:
        _reported[diagnostic] = None


def reported() -> tuple[Diagnostic, ...]:
    """Return what the task has reported so far."""
    return tuple(_reported)


def taken() -> tuple[Diagnostic, ...]:
    """Return what was reported since this was last asked."""
    found = reported()
    _reported.clear()
    return found
