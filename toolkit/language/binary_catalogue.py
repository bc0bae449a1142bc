"""Reads a catalogue of which only the MO file is there: what a translator's office delivers.

The format: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from toolkit.language.plural_forms import ENGLISH, PluralForms

__all__ = ["read_entries"]


def read_entries(path: Path) -> tuple[PluralForms, list[dict[str, Any]]]:
    """Return what a MO file holds.

    Args:
        path: The file.

    Returns:
        Its plural forms; and of each entry ``label``, ``source`` and ``forms``.

    Raises:
        ValueError: It is damaged, not UTF-8, or has an entry without ``msgctxt``; in words.
    """
    import polib

    try:
        found = polib.mofile(str(path))
    except (OSError, struct.error, UnicodeDecodeError, OverflowError) as error:
        raise ValueError("The MO file is damaged") from error
    header = f"Plural-Forms: {found.metadata.get('Plural-Forms', '')}"
    return PluralForms.parse(header) or ENGLISH, list(_entries(found))


def _entries(found: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - polib's own list
    for entry in found:
        if not entry.msgctxt:
            raise ValueError("An entry needs msgctxt, the label's id")
        forms = tuple(entry.msgstr_plural.values()) or (entry.msgstr,)
        yield {
            "label": entry.msgctxt,
            "source": tuple(filter(None, (entry.msgid, entry.msgid_plural))),
            "forms": forms if all(forms) else (),
        }
