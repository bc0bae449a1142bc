"""What is told where a file could not be made."""

import errno
import logging
from pathlib import Path

from toolkit.errors import Diagnostic, ToolkitError

__all__ = ["REMEDY", "faults_of", "is_full"]

REMEDY = "Check the folder given by --out, its rights and its free space"

_log = logging.getLogger("toolkit")


def faults_of(error: Exception, target: Path, source: str | None) -> tuple[Diagnostic, ...]:
    """Return why a file could not be made, in words that its publisher understands.

    Args:
        error: What was raised.
        target: The file.
        source: The file that it is made from, or ``None``.
    """
    if isinstance(error, ToolkitError):
        return error.located(file=source).diagnostics
    if isinstance(error, OSError):
        code = "disk-full" if is_full(error) else "write"
        reason = f"{target.name} cannot be written: {error.strerror or error}"
        return (Diagnostic(code=code, reason=reason, remedy=REMEDY, file=source or str(target)),)
    _log.debug("unexpected error", exc_info=error)
    reason = f"the toolkit itself failed: {type(error).__name__}: {error}"
    remedy = "Leave the article out, and report this together with it"
    return (Diagnostic(code="internal", reason=reason, remedy=remedy, file=source),)


def is_full(error: Exception) -> bool:
    """Return whether an error says that there is no space left to write to."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
