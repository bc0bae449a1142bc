"""Tables: which cells a heading is for (ISO 32000-1, 14.8.5.7; ISO 14289-1, 7.5).

https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import pydyf

from toolkit.render.pdf.tags.node import Node

__all__ = ["Tables"]

_MOST = 1000
_SCOPES = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}


@dataclass(slots=True)
class _Cell:
    """A cell and the columns and rows it covers."""

    node: Node
    row: int
    column: int
    columns: int
    rows: int


class Tables:
    """Completes the tables of one document."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def complete(self, table: Node) -> None:
        """Give a table's headings scopes and names, its cells the names of their headings.

        Args:
            table: A table whose kids are rows or groups of rows; changed in place.
        """
        cells, width, rows = _laid_out(table)
        headings = [cell for cell in cells if cell.node.role == "TH"]
        for cell in headings:
            cell.node.entries["ID"] = f"(th{next(self._numbers)})"
            cell.node.attributes["Scope"] = f"/{_scope(cell, rows)}"
        for cell in cells:
            _span(cell)
            if cell.node.role == "TD" and (found := list(_headings_of(cell, headings))):
                names = [heading.node.entries["ID"] for heading in found]
                cell.node.attributes["Headers"] = pydyf.Array(names)
        _fill(rows, cells, width)


@dataclass(slots=True)
class _Row:
    node: Node
    is_head: bool


def _laid_out(table: Node) -> tuple[list[_Cell], int, list[_Row]]:
    """Return a table's cells where they are, its number of columns, and its rows."""
    cells: list[_Cell] = []
    rows: list[_Row] = []
    for group in _groups(table):
        _lay_out(group, cells, len(rows))
        rows += group
    return cells, max((cell.column + cell.columns for cell in cells), default=0), rows


def _groups(table: Node) -> Iterator[list[_Row]]:
    """Yield the rows of each group; a rowspan does not leave it."""
    loose: list[_Row] = []
    for kid in table.nodes:
        if kid.role == "TR":
            loose.append(_Row(kid, is_head=False))
        elif kid.role != "Caption":
            yield [_Row(row, is_head=kid.role == "THead") for row in kid.nodes]
    if loose:
        yield loose


def _lay_out(group: list[_Row], cells: list[_Cell], first: int) -> None:
    taken: set[tuple[int, int]] = set()
    for index, row in enumerate(group):
        column = 0
        for node in row.node.nodes:
            while (index, column) in taken:
                column += 1
            left = len(group) - index
            rows = min(_number(node, "rowspan") or left, left)
            columns = _number(node, "colspan") or 1
            covered = {(index + y, column + x) for y in range(rows) for x in range(columns)}
            taken |= covered
            cells.append(_Cell(node, first + index, column, columns, rows))
            column += columns


def _number(node: Node, name: str) -> int:
    """Return a span; 0 stands for the rest of the group."""
    text = "1" if node.element is None else node.element.get(name, "1").strip()
    return min(int(text), _MOST) if text.isascii() and text.isdigit() else 1


def _scope(cell: _Cell, rows: list[_Row]) -> str:
    element, row = cell.node.element, rows[cell.row]
    said = "" if element is None else element.get("scope", "").lower()
    if said in _SCOPES:
        return _SCOPES[said]
    has_data = any(node.role == "TD" for node in row.node.nodes)
    return "Row" if has_data and cell.column == 0 and not row.is_head else "Column"


def _span(cell: _Cell) -> None:
    if cell.columns > 1:
        cell.node.attributes["ColSpan"] = cell.columns
    if cell.rows > 1:
        cell.node.attributes["RowSpan"] = cell.rows


def _headings_of(cell: _Cell, headings: list[_Cell]) -> Iterator[_Cell]:
    for heading in headings:
        if heading.node.attributes["Scope"] == "/Row":
            if heading.row < cell.row + cell.rows and cell.row < heading.row + heading.rows:
                yield heading
        elif heading.row < cell.row and (
            heading.column < cell.column + cell.columns
            and cell.column < heading.column + heading.columns
        ):
            yield heading


def _fill(rows: list[_Row], cells: list[_Cell], width: int) -> None:
    """Give short rows an empty cell, as a browser does: all rows are equally wide."""
    covered = [0] * len(rows)
    for cell in cells:
        for number in range(cell.row, cell.row + cell.rows):
            covered[number] += cell.columns
    for row, columns in zip(rows, covered, strict=True):
        if columns < width:
            empty = Node("TD", language=row.node.language)
            if width - columns > 1:
                empty.attributes["ColSpan"] = width - columns
            row.node.kids.append(empty)
