"""Compiles PO files to MO, for whatever reads gettext's binary catalogues.

What is fuzzy, empty or obsolete is left out, as ``msgfmt`` does.  The toolkit itself reads the PO
file where there is one: a MO file can be stale, and would save about half a millisecond.
The format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
"""

from pathlib import Path

import polib

from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.catalogue import read_catalogue
from toolkit.render.output import write_whole

__all__ = ["compile_catalogue", "mo_data", "place"]


def place(path: Path, out: Path | None) -> Path:
    """Return where the MO file of a PO file belongs.

    Args:
        path: The PO file.
        out: A folder to be laid out as gettext has it, or ``None`` for beside the PO file.

    Returns:
        Such as ``out/fa_AF/LC_MESSAGES/toolkit.mo``, or ``fa_AF.mo``.
    """
    return out / path.stem / "LC_MESSAGES/toolkit.mo" if out else path.with_suffix(".mo")


def mo_data(path: Path) -> bytes:
    """Return a PO file as a binary catalogue: same content, same bytes.

    Args:
        path: The PO file.

    Returns:
        The MO file's content, each id before its English (``msgctxt``, U+0004, ``msgid``).

    Raises:
        CatalogueError: It is missing, too large, not UTF-8 or damaged; with its line.
    """
    read_catalogue(path)
    return bytes(polib.pofile(path.read_text("utf-8-sig")).to_binary())


def compile_catalogue(path: Path, out: Path) -> bool:
    """Compile a PO file.

    Args:
        path: The PO file.
        out: The MO file to write.

    Returns:
        Whether it was written: a file that has these bytes already is left alone.

    Raises:
        CatalogueError: The PO file is damaged, or the MO file cannot be written.
    """
    data = mo_data(path)
    try:
        if out.is_file() and out.read_bytes() == data:
            return False
        write_whole(out, data)
    except OSError as error:
        reason = f"cannot be written: {error.strerror}"
        found = Diagnostic(code="unwritable", reason=reason, file=str(out))
        raise CatalogueError(found) from error
    return True
