"""Errors as problem details (RFC 9457, https://www.rfc-editor.org/rfc/rfc9457)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from toolkit.errors import (
    ArticleError,
    DeadlineError,
    Diagnostic,
    LocaleError,
    MemoryLimitError,
    RenderError,
    SourceError,
    ToolkitError,
    WorkerLostError,
)

__all__ = ["PROBLEM_JSON", "Kind", "Problem", "kinds", "pointer", "problem_of"]

PROBLEM_JSON: Final = "application/problem+json"

_NAMES: Final[tuple[tuple[type[ToolkitError], str], ...]] = (
    (DeadlineError, "deadline"),
    (WorkerLostError, "worker-lost"),
    (MemoryLimitError, "too-demanding"),
    (ArticleError, "invalid"),
    (SourceError, "invalid"),
    (LocaleError, "invalid"),
    (RenderError, "invalid"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of ``data/problems.toml``.

    Args:
        name: Its name.
        status: Status of the response.
        title: What it is, the same for each occurrence.
        detail: What to do.
        retry: Seconds for ``Retry-After``, or ``None``.
    """

    name: str
    status: int
    title: str
    detail: str
    retry: int | None = None

    @property
    def type(self) -> str:
        """The problem's type, where ``GET`` explains it."""
        return f"/v1/problems#{self.name}"


class Problem(Exception):  # noqa: N818 - RFC 9457's word
    """A request that ends in an error.

    Args:
        name: A row of ``data/problems.toml``.
        *diagnostics: What is wrong, field by field.
        headers: Headers of the response, beside ``Retry-After``.
        detail: What to do, in place of the row's words.
    """

    def __init__(
        self,
        name: str,
        *diagnostics: Diagnostic,
        headers: Mapping[str, str] | None = None,
        detail: str | None = None,
    ) -> None:
        super().__init__(name, *diagnostics)
        self.kind = kinds()[name]
        self.diagnostics = diagnostics
        self.headers = dict(headers or {})
        if self.kind.retry is not None:
            self.headers["Retry-After"] = str(self.kind.retry)
        self.detail = detail

    def told(self, request: str) -> dict[str, Any]:
        """Return the problem's members.

        Args:
            request: Id of the request.
        """
        told: dict[str, Any] = {
            "type": self.kind.type,
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail or self.kind.detail,
            "request": request,
        }
        if self.diagnostics:
            told["errors"] = [_error(found) for found in self.diagnostics]
        return told


@cache
def kinds() -> Mapping[str, Kind]:
    """Return all kinds of problems by their names."""
    file = Path(__file__).parent / "data" / "problems.toml"
    rows = tomllib.loads(file.read_text("utf-8"))
    return {name: Kind(name=name, **row) for name, row in rows.items()}


def problem_of(error: Exception) -> Problem:
    """Return the problem that an error is for a client; what is no fault of its own is a fault.

    Args:
        error: What the work raised.
    """
    if isinstance(error, Problem):
        return error
    for kind, name in _NAMES:
        if isinstance(error, kind):
            return Problem(name, *error.diagnostics)
    return Problem("fault")


def pointer(field: str | None) -> str:
    """Return the JSON pointer of a dotted field (RFC 6901); empty for the whole request.

    Args:
        field: Such as ``article.title.fa``, or ``None``.
    """
    if not field:
        return ""
    steps = (step.replace("~", "~0").replace("/", "~1") for step in field.split("."))
    return "".join(f"/{step}" for step in steps)


def _error(found: Diagnostic) -> dict[str, str]:
    told = {
        "pointer": pointer(found.field),
        "code": found.code,
        "reason": found.reason,
        "remedy": found.remedy,
        "excerpt": found.excerpt,
    }
    return {name: value for name, value in told.items() if value is not None}
