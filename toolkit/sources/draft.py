"""An article as a file has it: data that nothing has checked yet, and where each field stands."""

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.errors import Diagnostic, SourceError

__all__ = ["Draft", "unreadable"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader found in a file.

    Args:
        path: The file.
        data: Field names and values, as in the contract.
        lines: Line of each dotted field, from 1, where the format has lines.
    """

    path: Path
    data: dict[str, Any]
    lines: dict[str, int] = dataclasses.field(default_factory=dict)


def unreadable(
    path: Path | None,
    code: str,
    reason: str,
    remedy: str,
    *,
    field: str | None = None,
    line: int | None = None,
) -> SourceError:
    """Return the error for a file that cannot be read as an article."""
    file = str(path) if path else None
    return SourceError(
        Diagnostic(code=code, reason=reason, remedy=remedy, file=file, field=field, line=line)
    )
