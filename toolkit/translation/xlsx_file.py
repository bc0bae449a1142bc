"""Tables as XLSX (ECMA-376), with each language in its own direction."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from toolkit.errors import Diagnostic, SourceError

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["FORMULA", "read_xlsx", "write_xlsx"]

FORMULA: Final = "\x00"
"""Stands for a cell that is no text: a formula, a date, an error."""

_LARGEST_PARTS: Final = 20_000_000
_MOST_PARTS: Final = 500
_WIDTHS: Final = (28, 44, 14, 44, 13, 60, 40, 15)
_FONT: Final = "Tahoma"  # on every Windows and macOS, with the letters of Persian and Pashto
_ORDER: Final = {"ltr": 1, "rtl": 2}


def write_xlsx(table: Sequence[Sequence[str]], direction: str, *, written: int) -> bytes:
    """Return a table as an XLSX file with one sheet.

    Args:
        table: Its rows of cells, the headings first.
        direction: ``ltr`` or ``rtl``: that of the translations and so of the whole sheet.
        written: Number of the column, from 0, that has the translations.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new book has a sheet
    sheet.title = "Labels"
    sheet.sheet_view.rightToLeft = direction == "rtl"
    sheet.freeze_panes = "B2"
    for row, cells in enumerate(table, 1):
        for column, text in enumerate(cells):
            cell = sheet.cell(row, column + 1)
            is_own = column == written and row > 1
            _fill(cell, text, direction if is_own else "ltr", is_heading=row == 1)
    _lay_out(sheet)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fill(cell: "Cell | MergedCell", text: str, direction: str, *, is_heading: bool) -> None:
    from openpyxl.styles import Alignment, Font

    cell.value = text or None
    if text:
        cell.data_type = "s"  # never a formula, whatever it begins with
    cell.number_format = "@"  # what is typed stays text
    cell.quotePrefix = text.startswith("=")
    cell.font = Font(name=_FONT, size=11, bold=is_heading)
    cell.alignment = Alignment(
        wrap_text=True,
        vertical="top",
        readingOrder=_ORDER[direction],
        horizontal="right" if direction == "rtl" else "left",
    )


def _lay_out(sheet: "Worksheet") -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for column, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.auto_filter.ref = sheet.dimensions
    states = DataValidation(type="list", formula1='"translated,review,missing"', allow_blank=True)
    states.add(f"E2:E{max(sheet.max_row, 2)}")
    sheet.add_data_validation(states)


def read_xlsx(data: bytes, most: int) -> Iterator[list[str]]:
    """Yield the rows of a workbook's first sheet.

    Args:
        data: The file's content; nothing in it is computed, fetched or run.
        most: Number of rows and columns to read at the most.

    Yields:
        The cells' texts; :data:`FORMULA` for a cell that is no text and no number.

    Raises:
        SourceError: It is no XLSX file, or unpacks to much more than a catalogue.
    """
    from openpyxl import load_workbook

    _refuse_bombs(data)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheet = book.worksheets[0]
        for row in sheet.iter_rows(max_row=most, max_col=64):
            yield [_text(cell.value, cell.data_type) for cell in row]
    except SourceError:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged file leads it to
        raise _error("bad-xlsx", "is not a whole XLSX file") from error


def _text(value: object, kind: str) -> str:
    if value is None:
        return ""
    if kind == "f":
        return FORMULA
    return str(value) if isinstance(value, (str, int, float)) else FORMULA


def _refuse_bombs(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            if len(parts) > _MOST_PARTS or size > _LARGEST_PARTS:
                raise _error("too-large", "unpacks to more than 20 MB")
            if any(b"<!DOCTYPE" in archive.read(part) for part in parts):
                raise _error("bad-xlsx", "declares entities, which no spreadsheet does")
    except SourceError:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise _error("bad-xlsx", "is not an XLSX file") from error


def _error(code: str, reason: str) -> SourceError:
    return SourceError(Diagnostic(code=code, reason=reason, remedy="Export it again"))
