"""What is kept of an article and of a file made from it, and how the manifest writes it down."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple

from toolkit.errors import Diagnostic

__all__ = [
    "Entry",
    "Facts",
    "Made",
    "Output",
    "Picture",
    "Version",
    "What",
    "diagnostics",
    "fields",
    "written",
]

Version = tuple[tuple[Path, ...], str]
"""An article's files, and what tells their content."""

Picture = tuple[str, int, int]
"""A picture's path, its time in nanoseconds, and its size in bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What must be known of an article to tell whether pages that show it have changed.

    Args:
        id: Its id.
        file: Its file, as messages name it.
        newest: Seconds since 1970 of its publication.
        text: Digest of the article.
        pictures: Digest of its pictures.
        card: Digest of what lists show of it.
        related: Ids that it names as related.
        names: Fields that name other articles, and the ids.
        looked_at: The pictures.
        is_settled: Whether it lacks no picture that could be there the next time.
    """

    id: str
    file: str
    newest: float
    text: str
    pictures: str
    card: str
    related: tuple[str, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    looked_at: tuple[Picture, ...] = ()
    is_settled: bool = True

    def written(self) -> str:
        """Return them as JSON."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, data: str) -> "Facts":
        """Return what :meth:`written` gave."""
        found = json.loads(data)
        for name in ("related", "names", "looked_at"):
            found[name] = tuple(tuple(x) if isinstance(x, list) else x for x in found[name])
        return cls(**found)


@dataclass(frozen=True, slots=True)
class Entry:
    """A good article as the manifest has it.

    Args:
        rank: Its place among the articles.
        files: Its files, first to last.
        facts: What is known of it.
    """

    rank: int
    files: tuple[Path, ...]
    facts: Facts

    @property
    def version(self) -> "Version":
        """The files, and what tells their content."""
        return self.files, self.facts.text + self.facts.pictures


class What(NamedTuple):
    """What a file shows.

    Args:
        id: The article's id, or ``None`` for what is no article's.
        locale: BCP 47 tag of the readers' language, or ``None`` for an article as such.
        format: ``html``, ``pdf`` or ``text``; likewise.
    """

    id: str | None = None
    locale: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """A file as the manifest has it.

    Args:
        is_made: Whether it was made the last time that was tried.
        fingerprint: All that it depends on.
        digest: SHA-256 of its content.
        size: Bytes.
        changed: Its time in nanoseconds.
        assets: Names of the files in ``assets/`` that it refers to.
    """

    is_made: bool
    fingerprint: bytes
    digest: str
    size: int
    changed: int
    assets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that was made.

    Args:
        path: From the folder of the results.
        digest: SHA-256 of its content.
        size: Bytes.
        changed: Its time in nanoseconds.
        seconds: That making it took.
        assets: Names of the files in ``assets/`` that it refers to.
        findings: Warnings.
    """

    path: str
    digest: str
    size: int
    changed: int
    seconds: float
    assets: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def written(findings: Iterable[Diagnostic]) -> str:
    """Return findings as a JSON list; what is not known is left out."""
    return json.dumps([fields(one) for one in findings])


def fields(finding: Diagnostic) -> dict[str, object]:
    """Return a finding's fields by name; what is not known is left out."""
    return {key: value for key, value in asdict(finding).items() if value is not None}


def diagnostics(data: str) -> tuple[Diagnostic, ...]:
    """Return the findings that :func:`written` gave."""
    return tuple(Diagnostic(**found) for found in json.loads(data))
