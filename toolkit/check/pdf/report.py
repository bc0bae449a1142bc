"""What is known of one PDF after a check: a record that can be filed."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from toolkit.errors import Diagnostic

__all__ = ["STANDARDS", "PdfReport", "Standard", "Verdict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A standard that a PDF can meet.

    Args:
        name: As it is called.
        page: Its profile in page-validation, or ``None``.
        verapdf: Its profile in veraPDF, or ``None``.
    """

    name: str
    page: str | None = None
    verapdf: str | None = None


STANDARDS: Final = {
    key: Standard(**row)
    for key, row in tomllib.loads(
        (Path(__file__).parent / "data" / "standards.toml").read_text("utf-8")
    ).items()
}
"""The standards by the names that :class:`~toolkit.check.pdf.xmp.Xmp` has for claims."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one checker says of one standard.

    Args:
        checker: Its name, and its version where that is known.
        standard: The standard's name.
        result: ``passed``, ``failed``, or ``not run``.
        why: Why it did not run, or ``None``.
    """

    checker: str
    standard: str
    result: Literal["passed", "failed", "not run"]
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReport:
    """What is known of one PDF.

    Args:
        file: Its path, as the caller named it.
        sha256: Digest of its bytes, in hexadecimal; empty where it cannot be read.
        title: Its title.
        lang: BCP 47 tag of its language, as written.
        pages: How many pages it has.
        claims: Short names of the standards that it claims.
        standards: Short names of those that it is held against.
        verdicts: What each checker says.
        diagnostics: The findings.
    """

    file: str
    sha256: str = ""
    title: str = ""
    lang: str = ""
    pages: int = 0
    claims: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
