"""The cells of a table at the rows and columns they cover.

https://html.spec.whatwg.org/multipage/tables.html#forming-a-table
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from toolkit.render.pdf.tags.node import Node

__all__ = ["Cell", "Grid"]

_WIDEST = 1000
"""Columns that a cell spans at most, as in browsers."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell where it stands.

    Args:
        node: Its element.
        row: Number of its first row, from 0.
        column: Number of its first column, from 0.
        width: Columns it covers.
        height: Rows it covers.
    """

    node: Node
    row: int
    column: int
    width: int
    height: int

    @property
    def rows(self) -> range:
        """The numbers of its rows."""
        return range(self.row, self.row + self.height)

    @property
    def columns(self) -> range:
        """The numbers of its columns."""
        return range(self.column, self.column + self.width)


@dataclass(slots=True)
class Grid:
    """A table's rows and cells.

    Args:
        cells: Row by row.
        rows: The elements of the rows.
        is_head: For each row, whether it is in the table's head.
    """

    cells: list[Cell] = field(default_factory=list)
    rows: list[Node] = field(default_factory=list)
    is_head: list[bool] = field(default_factory=list)

    @classmethod
    def of(cls, table: Node) -> "Grid":
        """Return the grid of a table.

        Args:
            table: A table whose kids are rows or groups of rows.
        """
        grid = cls()
        loose: list[Node] = []
        for kid in table.nodes:
            if kid.role == "TR":
                loose.append(kid)
            elif kid.role != "Caption":
                grid._add(list(kid.nodes), is_head=kid.role == "THead")
        grid._add(loose, is_head=False)
        return grid

    def short_rows(self) -> Iterator[tuple[Node, int]]:
        """Yield the rows that end before the table does, with the number of missing columns."""
        covered = [0] * len(self.rows)
        for cell in self.cells:
            for number in cell.rows:
                covered[number] += cell.width
        widest = max(covered, default=0)
        for row, width in zip(self.rows, covered, strict=True):
            if width < widest:
                yield row, widest - width

    def _add(self, rows: list[Node], *, is_head: bool) -> None:
        """Add a group of rows, which no cell spans out of."""
        first = len(self.rows)
        self.rows += rows
        self.is_head += [is_head] * len(rows)
        free_from: dict[int, int] = {}
        for number, row in enumerate(rows, first):
            column = 0
            for node in row.nodes:
                while free_from.get(column, 0) > number:
                    column += 1
                left = len(self.rows) - number
                height = min(_span(node, "rowspan") or left, left)
                cell = Cell(node, number, column, _span(node, "colspan") or 1, height)
                free_from |= dict.fromkeys(cell.columns, number + height)
                self.cells.append(cell)
                column += cell.width


def _span(node: Node, name: str) -> int:
    """Return how many rows or columns a cell is to cover; 0 stands for the rest of its group."""
    text = "1" if node.element is None else node.element.get(name, "1").strip()
    return min(int(text[:5]), _WIDEST) if text.isascii() and text.isdigit() else 1
