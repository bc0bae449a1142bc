"""A catalogue as a table, for translators without a PO editor."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from toolkit.article.characters import excerpt
from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.catalogue import read_catalogue
from toolkit.translation.document import Document
from toolkit.translation.folder import Folder
from toolkit.translation.saving import fingerprint, fingerprint_of, forms_of, put

__all__ = ["COLUMNS", "Row", "merge", "rows"]

COLUMNS = ("Id", "English", "Form", "Translation", "State", "Note", "Used in", "Key")
"""Headings of the columns; ``Translation`` and ``State`` are the translator's."""

_FORM = re.compile(r"\s*(\d)")


@dataclass(frozen=True, slots=True)
class Row:
    """One form of one label.

    Args:
        label: The label's id.
        english: The English text of the form.
        form: Empty; with plurals, the form's number and whom it serves, such as ``1 (2, 3, 4)``.
        translation: The translation, empty where there is none.
        state: ``translated``, ``review`` or ``missing``.
        note: What the translator is told about the label.
        used: Files that use the label.
        key: Fingerprint of the entry as it was exported.
        line: Line or row of the file that it was read from.
        fault: Why its file cannot say what the translation is, or ``None``.
    """

    label: str
    english: str
    form: str
    translation: str
    state: str
    note: str
    used: str
    key: str
    line: int | None = None
    fault: str | None = None

    @classmethod
    def of(cls, cells: Sequence[str], line: int, fault: str | None) -> "Row":
        """Return the row of a line of cells, which are in the order of :data:`COLUMNS`."""
        label, english, form, translation, state, note, used, key = cells
        return cls(label, english, form, translation, state, note, used, key, line, fault)

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of its cells, in the order of :data:`COLUMNS`."""
        return (
            self.label, self.english, self.form, self.translation,
            self.state, self.note, self.used, self.key,
        )  # fmt: skip


def rows(folder: Folder, tag: str) -> Iterator[Row]:
    """Yield the rows of one language's catalogue, in its order.

    Args:
        folder: The folder of catalogues.
        tag: BCP 47 tag of the language.

    Raises:
        CatalogueError: The catalogue is missing or damaged.
    """
    path = folder.file(tag)
    plural = read_catalogue(path).plural
    for label, block in Document.read(path).labels.items():
        entry = block.entry
        if entry is None:
            continue
        translations = forms_of(entry)
        state = "missing" if not all(translations) else "review" if entry.fuzzy else "translated"
        for form, translation in enumerate(translations):
            served = islice((count for count in range(200) if plural(count) == form), 3)
            yield Row(
                label=label,
                english=(entry.msgid_plural if form else "") or entry.msgid,
                form=f"{form} ({', '.join(map(str, served))})" if entry.msgid_plural else "",
                translation=translation,
                state=state,
                note=" ".join(filter(None, (entry.comment, entry.tcomment))).replace("\n", " "),
                used=", ".join(file for file, _ in entry.occurrences),
                key=fingerprint_of(tag, entry),
            )


def merge(
    folder: Folder, tag: str, sheet: Iterable[Row], file: str
) -> tuple[list[str], list[Diagnostic]]:
    """Take the translations of a table over into a catalogue.

    What was not edited changes nothing, whatever the catalogue has become since the export.

    Args:
        folder: The folder of catalogues.
        tag: BCP 47 tag of the language.
        sheet: The rows.
        file: Name of the file they are from, for messages.

    Returns:
        Ids of the labels that changed; and why others were refused: the English or the translation
        has changed since the export, forms are missing, or the text would break a page.

    Raises:
        CatalogueError: The catalogue is missing, damaged, or cannot be written.
    """
    document = Document.read(folder.file(tag))
    changed: list[str] = []
    refused: list[Diagnostic] = []
    for label, lines in _by_label(sheet).items():
        try:
            if _merge_label(folder, tag, document, lines):
                changed.append(label)
        except CatalogueError as error:
            line, name = lines[0].line, excerpt(label)
            refused += [
                replace(found, file=file, line=line, field=name) for found in error.diagnostics
            ]
    document.save()
    return changed, refused


def _by_label(sheet: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the rows of each label, however the table was sorted."""
    found: dict[str, list[Row]] = {}
    for row in sheet:
        found.setdefault(row.label, []).append(row)
    return {label: sorted(lines, key=lambda row: row.form) for label, lines in found.items()}


def _merge_label(folder: Folder, tag: str, document: Document, lines: list[Row]) -> bool:
    label, key = lines[0].label, lines[0].key
    block = document.labels.get(label)
    entry = block.entry if block else None
    if entry is None:
        raise document.error("unknown-label", f"There is no label “{excerpt(label)}”")
    forms, fuzzy = _forms(document, lines), _is_in_review(document, lines)
    english = (lines[0].english, lines[1].english if lines[1:] else "")
    if fingerprint(tag, *english, forms, fuzzy=fuzzy) == key:  # not edited since the export
        return False
    if (forms, fuzzy) == (forms_of(entry), entry.fuzzy):
        return False
    if english != (entry.msgid, entry.msgid_plural):
        reason = f"The English has changed since the export: now it is “{excerpt(entry.msgid)}”"
        raise document.error("source-changed", reason, "Export again, and translate the new text")
    put(folder, tag, document, label, forms, fuzzy=fuzzy, expected=key)
    return True


def _forms(document: Document, lines: list[Row]) -> tuple[str, ...]:
    """Return the translation in the order of its forms."""
    for row in lines:
        if row.fault:
            raise document.error("bad-cell", row.fault, "Write the translation as plain text")
    numbers = [int(match[1]) for row in lines if (match := _FORM.match(row.form))]
    if numbers != list(range(len(numbers))) or len(lines) not in {len(numbers), 1}:
        reason = f"The rows of “{excerpt(lines[0].label)}” are not its forms, each once"
        raise document.error("wrong-forms", reason, "Keep the rows of the export")
    return tuple(row.translation for row in lines)


def _is_in_review(document: Document, lines: list[Row]) -> bool:
    states = {row.state.strip().lower() for row in lines}
    if unknown := states - {"translated", "review", "missing", ""}:
        reason = f"“{excerpt(unknown.pop())}” is no state"
        raise document.error("bad-cell", reason, "Write translated, review or missing")
    return "review" in states and any(row.translation for row in lines)
