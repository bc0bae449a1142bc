"""Tables: which cells a heading is for (ISO 32000-1, 14.8.5.7; ISO 14289-1, 7.5).

https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import count

import pydyf

from toolkit.render.pdf.tags.containment import hold
from toolkit.render.pdf.tags.grid import Cell, Grid
from toolkit.render.pdf.tags.node import Node

__all__ = ["Tables"]

_SCOPES = {"row": "Row", "rowgroup": "Row", "col": "Column", "colgroup": "Column"}


class Tables:
    """Completes the tables of one document."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def complete(self, table: Node) -> None:
        """Give a table's headings scopes and names, its cells the names of their headings.

        Rows that are too short get an empty cell, as a browser shows them: all are equally wide.

        Args:
            table: A table whose kids are rows or groups of rows; changed in place.
        """
        _join_captions(table)
        _tell_groups(table)
        grid = Grid.of(table)
        for cell in grid.cells:
            _tell_span(cell)
            if cell.node.role == "TH":
                cell.node.entries["ID"] = f"(th{next(self._numbers)})"
                cell.node.attributes["Scope"] = f"/{_scope(cell, grid)}"
        _tell_headings(grid)
        for row, missing in grid.short_rows():
            empty = Node("TD", language=row.language)
            if missing > 1:
                empty.attributes["ColSpan"] = missing
            row.kids.append(empty)


def _join_captions(table: Node) -> None:
    """Leave a table one caption."""
    captions = [kid for kid in table.nodes if kid.role == "Caption"]
    for caption in captions[1:]:
        caption.role = "Div"
        captions[0].kids.append(caption)
        table.kids.remove(caption)


def _tell_groups(table: Node) -> None:
    """Leave a table one head and one foot, and give it a body where it has either."""
    groups = [kid for kid in table.nodes if kid.role in ("THead", "TBody", "TFoot")]
    heads = [group for group in groups if group.role == "THead"]
    feet = [group for group in groups if group.role == "TFoot"]
    for group in (*heads[1:], *feet[:-1]):
        group.role = "TBody"
    if groups and any(kid.role == "TR" for kid in table.nodes):
        hold(table, ("TBody", "THead", "TFoot", "Caption"))
    elif groups and all(group.role != "TBody" for group in groups):
        groups[-1].role = "TBody"


def _tell_span(cell: Cell) -> None:
    if cell.width > 1:
        cell.node.attributes["ColSpan"] = cell.width
    if cell.height > 1:
        cell.node.attributes["RowSpan"] = cell.height


def _scope(cell: Cell, grid: Grid) -> str:
    """Return whether a heading is for its row or its column."""
    element = cell.node.element
    said = "" if element is None else element.get("scope", "").lower()
    if said in _SCOPES:
        return _SCOPES[said]
    has_data = any(node.role == "TD" for node in grid.rows[cell.row].nodes)
    return "Row" if has_data and cell.column == 0 and not grid.is_head[cell.row] else "Column"


def _tell_headings(grid: Grid) -> None:
    """Name to each cell the headings of its columns, then of its rows, each in their order."""
    of_row: dict[int, list[str]] = defaultdict(list)
    of_column: dict[int, list[str]] = defaultdict(list)
    for cell in grid.cells:
        if cell.node.role == "TH" and cell.node.attributes["Scope"] == "/Row":
            _append(of_row, cell.rows, cell.node.entries["ID"])
    for cell in grid.cells:
        if cell.node.role == "TD":
            names = [name for column in cell.columns for name in of_column[column]]
            names += [name for row in cell.rows for name in of_row[row]]
            if names:
                cell.node.attributes["Headers"] = pydyf.Array(dict.fromkeys(names))
        elif cell.node.attributes["Scope"] == "/Column":
            _append(of_column, cell.columns, cell.node.entries["ID"])


def _append(lists: dict[int, list[str]], places: Iterable[int], name: str) -> None:
    for place in places:
        lists[place].append(name)
