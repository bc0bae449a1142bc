"""Paper sizes, columns, and the margins of a spread."""

import re
from dataclasses import dataclass, replace

from toolkit.errors import Diagnostic, RenderError, Report

__all__ = ["COLUMNS", "SIZES", "Paper"]

SIZES = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "Letter": (215.9, 279.4)}
"""Width and height in millimetres (ISO 216; ANSI A)."""

COLUMNS = (1, 2)
"""Numbers of columns that text can be set in."""

_CUSTOM = re.compile(r"(\d{2,4}(?:\.\d+)?)mm *[x×]? *(\d{2,4}(?:\.\d+)?)mm")

# Millimetres of a column of 60-70 characters, and of one of 30: no column is narrower.
_MEASURE = 138.6
_LEAST = 51

# Shares of the paper's width: inner margin, least outer margin, and both for columns.
_INNER, _OUTER = 0.125, 0.15
_INNER_OF_COLUMNS, _OUTER_OF_COLUMNS = 0.105, 0.085

_GUTTER = 6
"""Millimetres between columns."""

_LEAD = 0.3
"""Share of the height that a lead picture may take on the first page."""

_NARROW = 125
"""Millimetres that two facing hemistichs need; in a narrower column they are stacked."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper that a document is set on.

    Args:
        width: Millimetres.
        height: Millimetres.
        columns: Number of columns of text.
    """

    width: float
    height: float
    columns: int = 1

    @classmethod
    def named(cls, name: str) -> "Paper":
        """Return a paper by its name.

        Args:
            name: One of :data:`SIZES` in any case, or a size such as ``170mm x 240mm``.

        Raises:
            RenderError: The name is none of these, or the size not one to print on.
        """
        sizes = {known.lower(): size for known, size in SIZES.items()}
        custom = _CUSTOM.fullmatch(name.strip())
        if name.strip().lower() in sizes:
            return cls(*sizes[name.strip().lower()])
        if custom and all(80 <= float(side) <= 1500 for side in custom.groups()):
            return cls(float(custom[1]), float(custom[2]))
        reason = f"the page size “{name[:40]}” is unknown"
        remedy = f"Use {', '.join(SIZES)} or two sides from 80 to 1500 mm, such as 170mm x 240mm"
        raise RenderError(Diagnostic(code="page-size", reason=reason, remedy=remedy))

    def parted(self, columns: int, report: Report) -> "Paper":
        """Return the paper with its text in columns, fewer where they would be too narrow.

        Args:
            columns: 1 or 2.
            report: Receives a note where there are fewer.

        Raises:
            RenderError: There is no such number of columns.
        """
        if columns not in COLUMNS:
            reason = f"text cannot be set in {columns} columns"
            raise RenderError(Diagnostic(code="columns", reason=reason, remedy="Use 1 or 2"))
        parted = replace(self, columns=columns)
        if columns == 1 or parted.column >= _LEAST:
            return parted
        reason = f"the paper is too narrow for {columns} columns, so there is one"
        remedy = "Use wider paper"
        report(Diagnostic(code="columns", severity="note", reason=reason, remedy=remedy))
        return self

    @property
    def inner(self) -> float:
        """Millimetres of the margin in the binding."""
        return round(self.width * (_INNER if self.columns == 1 else _INNER_OF_COLUMNS), 1)

    @property
    def outer(self) -> float:
        """Millimetres of the other margin: what one column leaves, never less than a share."""
        if self.columns > 1:
            return round(self.width * _OUTER_OF_COLUMNS, 1)
        return round(max(self.width - self.inner - _MEASURE, self.width * _OUTER), 1)

    @property
    def column(self) -> float:
        """Millimetres of a column's width."""
        text = self.width - self.inner - self.outer
        return (text - (self.columns - 1) * _GUTTER) / self.columns

    @property
    def stylesheets(self) -> tuple[str, ...]:
        """Names of the style sheets that the paper needs after ``print.css``."""
        is_narrow = self.column < _NARROW
        return ("narrow.css",) * is_narrow + ("columns.css",) * (self.columns > 1)

    @property
    def css(self) -> str:
        """The page's size and margins, mirrored on the two pages of a spread.

        CSS Paged Media 3, ``:left`` and ``:right``; ``--reach`` is what a first page's masthead
        and headline take of the outer margin.
        """
        inner, outer = self.inner, self.outer
        reach = max(outer - inner, 0) if self.column >= _NARROW else 0
        return (
            f"@page {{ size: {self.width}mm {self.height}mm }}"
            f"@page :left {{ margin-left: {outer}mm; margin-right: {inner}mm }}"
            f"@page :right {{ margin-left: {inner}mm; margin-right: {outer}mm }}"
            f":root {{ --reach: {round(reach, 1)}mm; --gutter: {_GUTTER}mm;"
            f" --columns: {self.columns}; --lead-height: {round(self.height * _LEAD)}mm }}"
        )
