"""What can go wrong, told so that a publisher can act on it.

A :class:`Diagnostic` is one finding: file, field, reason and the way out.  Raised, it is a
:class:`ToolkitError`; where the page can still be right it goes to a :data:`Report` instead.

The tree of exceptions::

    ToolkitError
    ├── SourceError (ValueError)       a file cannot be read: missing, encoding, syntax, size
    ├── ArticleError (ValueError)      an article's data break the contract
    ├── PublicationError (ValueError)  toolkit.toml breaks the contract
    ├── LocaleError (LookupError)      not a BCP 47 tag, or a locale nobody knows
    ├── CatalogueError (ValueError)    a label catalogue is damaged, or a label unknown
    ├── ThemeError (ValueError)        a template, style sheet or font is missing or broken
    ├── RenderError (RuntimeError)     the page cannot be set
    ├── DeadlineError (TimeoutError)   a worker took too long, and was ended
    ├── MemoryLimitError (MemoryError) a worker needed more memory than it may have
    ├── WorkerLostError (RuntimeError) a worker ended before its work did
    ├── ExportError (RuntimeError)     an export cannot begin, or cannot keep its record
    └── MissingLibraryError (ImportError)  a system library such as Pango is not installed
"""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Literal

__all__ = [
    "ArticleError",
    "CatalogueError",
    "DeadlineError",
    "Diagnostic",
    "ExportError",
    "LocaleError",
    "MemoryLimitError",
    "MissingLibraryError",
    "PublicationError",
    "RenderError",
    "Report",
    "Severity",
    "SourceError",
    "ThemeError",
    "ToolkitError",
    "WorkerLostError",
    "log_report",
]

Severity = Literal["error", "warning", "note"]

_LEVELS = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.INFO}


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding about one article, in words its publisher understands.

    Args:
        code: Stable identifier for machines, such as ``unknown-field``.
        reason: What is wrong, one sentence without a final full stop.
        remedy: The way out, one imperative sentence without a final full stop, or ``None``.
        severity: ``error``: nothing was made; ``warning``: the page is right but not as asked.
        file: Path of the file as the caller named it, or ``None`` for data in memory.
        field: Dotted path of the field, such as ``image.alt.fa``, or ``None``.
        line: Line in the file, from 1, or ``None``.
        excerpt: The offending text, shortened, or ``None``.
        column: Character of the line at which the excerpt stands, from 1; only where the excerpt
            is in the file as it is given here.
        suggestion: Text to write in the place of the excerpt, or ``None``.
    """

    code: str
    reason: str
    remedy: str | None = None
    severity: Severity = "error"
    file: str | None = None
    field: str | None = None
    line: int | None = None
    excerpt: str | None = None
    column: int | None = None
    suggestion: str | None = None

    def __str__(self) -> str:
        """Return one line, ``file:line: field: reason. Remedy.``, as a publisher reads it.

        The suggestion is for machines; the remedy has it in words.
        """
        text = ": ".join(part for part in (self.place, self.field, self.reason) if part)
        if self.excerpt:
            text += f" (“{self.excerpt}”)"
        return f"{text}. {self.remedy}." if self.remedy else f"{text}."

    def known(self) -> dict[str, str | int]:
        """Return the fields that say something by their names, for machines."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    @property
    def place(self) -> str:
        """``file``, ``file:line`` or ``file:line:column``, as far as it is known."""
        known = [self.file, self.line, self.column]
        return ":".join(map(str, known[: known.index(None)] if None in known else known))


class ToolkitError(Exception):
    """Base of every error the toolkit raises on purpose.

    Args:
        diagnostic: What went wrong, or the first thing that did.
        *more: What else went wrong with the same article.

    Attributes:
        diagnostics: Everything that went wrong; ``str(error)`` has one line for each.
    """

    def __init__(self, diagnostic: Diagnostic, *more: Diagnostic) -> None:
        super().__init__(diagnostic, *more)
        self.diagnostics = (diagnostic, *more)

    @property
    def diagnostic(self) -> Diagnostic:
        """The first thing that went wrong."""
        return self.diagnostics[0]

    def __str__(self) -> str:
        """Return one line for each diagnostic."""
        return "\n".join(map(str, self.diagnostics))

    def located(self, *, file: str | None = None, field: str | None = None) -> "ToolkitError":
        """Return the same error with the file and field filled in where they were unknown.

        Args:
            file: Path to name where the error names none.
            field: Dotted path of the field to name where the error names none.

        Returns:
            A new error of the same class.
        """
        return type(self)(
            *(
                replace(found, file=found.file or file, field=found.field or field)
                for found in self.diagnostics
            )
        )


class SourceError(ToolkitError, ValueError):
    """A file cannot be read as an article."""


class ArticleError(ToolkitError, ValueError):
    """An article's data break the contract."""


class PublicationError(ToolkitError, ValueError):
    """The publication's settings break the contract."""


class LocaleError(ToolkitError, LookupError):
    """A string is not a BCP 47 tag, or names a locale nobody knows."""


class CatalogueError(ToolkitError, ValueError):
    """A label catalogue is damaged, or a label unknown."""


class ThemeError(ToolkitError, ValueError):
    """A template, style sheet or font is missing or broken."""


class RenderError(ToolkitError, RuntimeError):
    """A page cannot be set."""


class DeadlineError(ToolkitError, TimeoutError):
    """A worker took too long, and was ended."""


class MemoryLimitError(ToolkitError, MemoryError):
    """A worker needed more memory than it may have."""


class WorkerLostError(ToolkitError, RuntimeError):
    """A worker ended before its work did."""


class ExportError(ToolkitError, RuntimeError):
    """An export cannot begin, or cannot keep its record."""


class MissingLibraryError(ToolkitError, ImportError):
    """A system library is not installed."""


Report = Callable[[Diagnostic], None]
"""Receives each finding that is not raised."""

_log = logging.getLogger("toolkit")


def log_report(diagnostic: Diagnostic) -> None:
    """Write a finding to the ``toolkit`` logger: the default :data:`Report`.

    Args:
        diagnostic: The finding.
    """
    _log.log(_LEVELS[diagnostic.severity], "%s", diagnostic)
