"""What an export tells while it runs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from toolkit.errors import Diagnostic
from toolkit.export.records import What, fields

__all__ = [
    "Event",
    "Failed",
    "Finished",
    "Gone",
    "Phase",
    "Skipped",
    "Summary",
    "Told",
    "as_data",
    "as_json",
]


@dataclass(frozen=True, slots=True)
class Phase:
    """What begins now, and how many steps it has: reading articles, or making files."""

    event: Literal["reading", "making"]
    total: int


@dataclass(frozen=True, slots=True)
class Finished:
    """An article was read, or a file was made."""

    event: Literal["read", "made"]
    what: What
    path: str | None = None
    seconds: float | None = None
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """So many files are there as they should be."""

    count: int
    event: Literal["skipped"] = "skipped"


@dataclass(frozen=True, slots=True)
class Failed:
    """An article could not be read, or not whole, or a file could not be made."""

    what: What
    findings: tuple[Diagnostic, ...]
    event: Literal["failed"] = "failed"


@dataclass(frozen=True, slots=True)
class Told:
    """A warning or a note."""

    findings: tuple[Diagnostic, ...]
    event: Literal["told"] = "told"


@dataclass(frozen=True, slots=True)
class Gone:
    """A file was made from an article that is no more."""

    path: str
    event: Literal["gone", "removed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What came of an export.

    Args:
        articles: Articles that were found.
        made: Files that were made.
        skipped: Files that were there as they should be.
        failed: Files that could not be made, and articles that could not be read, or not whole.
        gone: Files of articles that are no more.
        removed: Those of them that were removed.
        seconds: That it took.
        stopped: Why it ended early, or ``None``: ``SIGINT``, ``SIGTERM``,
            ``disk-full``, ``manifest`` (it cannot be kept) or ``missing-library``.
    """

    articles: int
    made: int
    skipped: int
    failed: int
    gone: int
    removed: int
    seconds: float
    stopped: str | None = None
    event: Literal["summary"] = "summary"

    @classmethod
    def of(
        cls, count: Mapping[str, int], *, articles: int, seconds: float, stopped: str | None
    ) -> Self:
        """Return the summary of counted events."""
        return cls(
            articles=articles,
            made=count["made"],
            skipped=count["skipped"],
            failed=count["failed"],
            gone=count["gone"],
            removed=count["removed"],
            seconds=seconds,
            stopped=stopped,
        )


Event = Phase | Finished | Skipped | Failed | Told | Gone | Summary


def as_json(event: Event) -> str:
    """Return an event as a line of JSON that any stream takes.

    A file's name that is no UTF-8 has lone surrogates, which are written as JSON escapes.
    """
    text = json.dumps(as_data(event), ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode()


def as_data(event: Event) -> dict[str, Any]:
    """Return an event as one JSON object; what is not known is left out."""
    data: dict[str, Any] = {"event": event.event}
    for name in event.__slots__:
        value = getattr(event, name)
        if isinstance(value, What):
            data |= {"article": value.id, "locale": value.locale, "format": value.format}
        else:
            data[name] = [fields(one) for one in value] if name == "findings" else value
    return {name: value for name, value in data.items() if value is not None}
