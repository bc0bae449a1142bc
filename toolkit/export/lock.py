"""One export at a time into a folder."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from toolkit.errors import Diagnostic, ExportError

__all__ = ["locked"]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep others from exporting into a folder; the system lets it go when the program ends.

    Args:
        folder: The folder of the manifest; made where it is missing.

    Raises:
        ExportError: Another export is running, or the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    owner = folder / "running.json"
    lock = FileLock(folder / "lock")
    try:
        folder.mkdir(exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise _refused(folder.parent, owner) from error
    except OSError as error:
        reason = f"results cannot be written here: {error.strerror or error}"
        remedy = "Check the folder given by --out, its rights and its free space"
        found = Diagnostic(code="write", reason=reason, remedy=remedy, file=str(folder.parent))
        raise ExportError(found) from error
    try:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        owner.write_text(json.dumps({"pid": os.getpid(), "since": since}), "utf-8")
        yield
    finally:
        owner.unlink(missing_ok=True)
        lock.release()


def _refused(out: Path, owner: Path) -> ExportError:
    reason = "another export into this folder is running"
    try:
        told = json.loads(owner.read_text("utf-8"))
        reason += f": process {told['pid']}, since {told['since']}"
    except (OSError, ValueError, LookupError, TypeError):
        pass  # it has just begun, or just ended
    remedy = "Wait until it has ended, or stop it"
    return ExportError(Diagnostic(code="running", reason=reason, remedy=remedy, file=str(out)))
