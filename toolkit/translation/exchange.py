"""Hands a catalogue over as a spreadsheet, and takes it back."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from toolkit.errors import Diagnostic, SourceError
from toolkit.language.tag import direction, normalise
from toolkit.render.output import write_whole
from toolkit.translation.csv_file import read_csv, write_csv
from toolkit.translation.folder import Folder
from toolkit.translation.sheet import COLUMNS, Row, merge, rows
from toolkit.translation.xlsx_file import FORMULA, read_xlsx, write_xlsx

__all__ = ["export_sheet", "import_sheet"]

_LARGEST: Final = 5_000_000
_MOST_ROWS: Final = 20_000
_NEEDED: Final = COLUMNS[:5] + COLUMNS[7:]


def export_sheet(folder: Folder, tag: str, out: Path) -> int:
    """Write one language's catalogue as a table.

    Args:
        folder: The folder of catalogues.
        tag: BCP 47 tag of the language.
        out: The file to write; its ending, ``.csv`` or ``.xlsx``, says which kind.

    Returns:
        How many rows it has.

    Raises:
        CatalogueError: The catalogue is missing or damaged.
        SourceError: The ending says no kind, the file cannot be written, or its folder is missing.
    """
    _refuse_others(out)
    if not out.parent.is_dir():
        reason = f"cannot be written: there is no folder {out.parent}"
        raise _error(out, "unwritable", reason, "Correct the path, or make the folder")
    table = [COLUMNS, *(row.cells for row in rows(folder, normalise(tag)))]
    if out.suffix.lower() == ".csv":
        data = write_csv(table)
    else:
        data = write_xlsx(table, direction(tag), written=COLUMNS.index("Translation"))
    try:
        write_whole(out, data)
    except OSError as error:
        reason, remedy = f"cannot be written: {error.strerror}", "Name another file or folder"
        raise _error(out, "unwritable", reason, remedy) from error
    return len(table) - 1


def import_sheet(folder: Folder, tag: str, file: Path) -> tuple[list[str], list[Diagnostic]]:
    """Take a table's translations over into a language's catalogue.

    Args:
        folder: The folder of catalogues.
        tag: BCP 47 tag of the language.
        file: A table that was exported, ``.csv`` or ``.xlsx``.

    Returns:
        Ids of the labels that changed, and why other rows were refused; see
        :func:`toolkit.translation.sheet.merge`.

    Raises:
        CatalogueError: The catalogue is missing, damaged, or cannot be written.
        SourceError: The table cannot be read: missing, too large, another kind, other columns.
    """
    folder.refuse_if_installed()
    _refuse_others(file)
    try:
        if file.stat().st_size > _LARGEST:
            raise _error(file, "too-large", "is larger than 5 MB", "Import it in parts")
        data = file.read_bytes()
        table = read_csv(data) if file.suffix.lower() == ".csv" else read_xlsx(data, _MOST_ROWS)
        sheet = list(_rows(file, table))
    except OSError as error:
        reason, remedy = f"cannot be read: {error.strerror}", "Correct the path of the table"
        raise _error(file, "unreadable", reason, remedy) from error
    except SourceError as error:
        raise error.located(file=str(file)) from error
    return merge(folder, normalise(tag), sheet, str(file))


def _rows(file: Path, table: Iterable[list[str]]) -> Iterator[Row]:
    lines = iter(table)
    names = [name.strip().lower() for name in next(lines, [])]
    if missing := [name for name in _NEEDED if name.lower() not in names]:
        reason = f"has no column {', '.join(missing)}"
        raise _error(file, "missing-column", reason, "Keep the columns of the export")
    places = [names.index(name.lower()) if name.lower() in names else -1 for name in COLUMNS]
    for line, cells in enumerate(lines, 2):
        if line > _MOST_ROWS:
            reason = f"has more than {_MOST_ROWS:,} rows"
            raise _error(file, "too-large", reason, "Import it in parts")
        if any(cells):
            yield _row([cells[place] if 0 <= place < len(cells) else "" for place in places], line)


def _row(cells: list[str], line: int) -> Row:
    fault = "A cell holds a formula or a date" if FORMULA in cells[:5] else None
    return Row.of(cells, line, fault)


def _refuse_others(file: Path) -> None:
    if file.suffix.lower() not in {".csv", ".xlsx"}:
        raise _error(file, "unknown-format", "is neither .csv nor .xlsx", "Name it so")


def _error(file: Path, code: str, reason: str, remedy: str) -> SourceError:
    return SourceError(Diagnostic(code=code, reason=reason, remedy=remedy, file=str(file)))
