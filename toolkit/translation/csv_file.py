"""Tables as CSV (RFC 4180), in UTF-8 with a mark at the start so that Excel reads it right.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, which is taken off
again (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from toolkit.errors import Diagnostic, SourceError

__all__ = ["read_csv", "write_csv"]

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = ",;\t"


def write_csv(table: Iterable[Sequence[str]]) -> bytes:
    """Return a table as a CSV file.

    Args:
        table: Its rows of cells, the headings first.
    """
    text = io.StringIO(newline="")
    csv.writer(text).writerows([_defused(cell) for cell in row] for row in table)
    return text.getvalue().encode("utf-8-sig")


def read_csv(data: bytes) -> Iterator[list[str]]:
    """Yield the rows of a CSV file, with commas, semicolons or tabs between cells.

    Args:
        data: The file's content, in UTF-8, or in UTF-16 as Excel's "Unicode text" is.

    Raises:
        SourceError: It is in another encoding, or no CSV.
    """
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise _error("not-utf-8", "is not UTF-8 text", "Save it as “CSV UTF-8”") from error
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            yield [_restored(cell) for cell in row]
    except csv.Error as error:
        raise _error("bad-csv", f"is not CSV: {error}", "Export it again") from error


def _defused(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _restored(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _error(code: str, reason: str, remedy: str) -> SourceError:
    return SourceError(Diagnostic(code=code, reason=reason, remedy=remedy))
