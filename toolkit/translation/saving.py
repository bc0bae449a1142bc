"""Saves translations one by one: nothing is overwritten that the translator has not seen."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from unicodedata import category

import polib

from toolkit.article.characters import excerpt
from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.catalogue import Entry, read_catalogue
from toolkit.language.tag import normalise
from toolkit.translation.block import Block, mark_fuzzy
from toolkit.translation.document import Document
from toolkit.translation.folder import Folder
from toolkit.translation.lint import diagnostics
from toolkit.translation.update import new_catalogue

__all__ = [
    "fingerprint",
    "fingerprint_of",
    "forms_of",
    "put",
    "save_translation",
    "try_translation",
]

_LONGEST = 10_000
_lock = Lock()


def save_translation(
    path: Path,
    label: str,
    forms: Sequence[str],
    *,
    fuzzy: bool = False,
    expected: str | Sequence[str] | None = None,
) -> str:
    """Write one label's translation into a PO file; all else in it stays as it is.

    A file or an entry that is not there yet is made, with the English of the templates.

    Args:
        path: The PO file, named by its language, in a folder of catalogues.
        label: The label's id.
        forms: The translation; with plurals, one text for each form; empty texts for none.
        fuzzy: Whether it waits for review.  Only then may it have faults that would break a page.
        expected: The old forms, or the old :func:`fingerprint`, as the translator saw them; by
            default whatever is there is replaced.

    Returns:
        The new fingerprint, to be expected the next time.

    Raises:
        CatalogueError: The entry or the file has been changed by somebody else
            (``catalogue-changed``); there is no such label; the number of forms is wrong; the
            text would break a page; the file is damaged or cannot be written.
        LocaleError: The file is not named by a language.
    """
    folder, tag = Folder(path.parent), normalise(path.stem)
    with _lock:
        document = Document.read(path) if path.is_file() else new_catalogue(path, tag)
        entry = put(folder, tag, document, label, tuple(forms), fuzzy=fuzzy, expected=expected)
        document.save()
    return fingerprint_of(tag, entry)


def try_translation(path: Path, label: str, forms: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Return what would be found in one label's translation if it were saved; write nothing.

    Args:
        path: As for :func:`save_translation`.
        label: The label's id.
        forms: The translation.

    Returns:
        The findings; an error among them is a reason to refuse it.

    Raises:
        CatalogueError: There is no such label, or the file is damaged.
        LocaleError: The file is not named by a language.
    """
    folder, tag = Folder(path.parent), normalise(path.stem)
    document = Document.read(path) if path.is_file() else new_catalogue(path, tag)
    entry = _block(folder, document, label).entry
    assert entry is not None  # noqa: S101 - it has a label
    try:
        _refuse_misfits(document, entry, tuple(forms))
    except CatalogueError as error:
        return error.diagnostics
    return _faults(folder, tag, document, entry, tuple(forms))


def fingerprint(tag: str, english: str, plural: str, forms: tuple[str, ...], *, fuzzy: bool) -> str:
    """Return 12 hexadecimal digits that tell one state of a translation from another.

    Args:
        tag: BCP 47 tag of its language.
        english: The English text.
        plural: Its plural, or an empty text.
        forms: The translation.
        fuzzy: Whether it waits for review.
    """
    state = repr((normalise(tag), english, plural, forms, fuzzy))
    return hashlib.sha256(state.encode("utf-8", "backslashreplace")).hexdigest()[:12]


def fingerprint_of(tag: str, entry: polib.POEntry) -> str:
    """Return the fingerprint of an entry in one language's catalogue."""
    forms = forms_of(entry)
    return fingerprint(tag, entry.msgid, entry.msgid_plural, forms, fuzzy=entry.fuzzy)


def forms_of(entry: polib.POEntry) -> tuple[str, ...]:
    """Return the translation; with plurals, one text for each form; empty texts where none is."""
    plural = entry.msgstr_plural
    return tuple(plural[form] for form in sorted(plural)) if plural else (entry.msgstr,)


def put(
    folder: Folder,
    tag: str,
    document: Document,
    label: str,
    forms: tuple[str, ...],
    *,
    fuzzy: bool,
    expected: str | Sequence[str] | None,
) -> polib.POEntry:
    """Change one entry of a document; nothing is written.

    Args:
        folder: The folder of the document.
        tag: BCP 47 tag of the document's language.
        document: The document.
        label: As for :func:`save_translation`, which see for the rest.
        forms: The translation.
        fuzzy: Whether it waits for review.
        expected: What was there.

    Returns:
        The entry as it is now.

    Raises:
        CatalogueError: As for :func:`save_translation`.
    """
    block = _block(folder, document, label)
    entry = block.entry
    assert entry is not None  # noqa: S101 - it has a label
    if expected is not None and not _is_expected(tag, entry, expected):
        reason = f"The translation of “{label}” has been changed by somebody else"
        raise document.error("catalogue-changed", reason, "Look at it, then do it again")
    _refuse_misfits(document, entry, forms)
    faults = () if fuzzy else _faults(folder, tag, document, entry, forms)
    if errors := [one for one in faults if one.severity == "error"]:
        raise CatalogueError(*errors)
    _change(entry, forms, fuzzy=fuzzy and any(forms))
    block.write(document.width)
    return entry


def _block(folder: Folder, document: Document, label: str) -> Block:
    if block := document.labels.get(label):
        return block
    source = folder.sources.get(label)
    if source is None:
        raise document.error("unknown-label", f"There is no label “{excerpt(label)}”")
    plurals = range(document.plurals.count if source.msgid_plural else 0)
    entry = polib.POEntry(
        msgctxt=label,
        msgid=source.msgid,
        msgid_plural=source.msgid_plural,
        msgstr_plural=dict.fromkeys(plurals, ""),
        comment=source.comment,
        occurrences=source.occurrences,
        flags=list(source.flags),
    )
    block = Block([], entry)
    block.write(document.width)
    document.insert(len(document.blocks), block)
    return block


def _is_expected(tag: str, entry: polib.POEntry, expected: str | Sequence[str]) -> bool:
    if isinstance(expected, str):
        return fingerprint_of(tag, entry) == expected
    return forms_of(entry) == tuple(expected)


def _refuse_misfits(document: Document, entry: polib.POEntry, forms: tuple[str, ...]) -> None:
    needed = len(entry.msgstr_plural) or 1
    if len(forms) != needed:
        reason = f"“{entry.msgctxt}” has {needed} forms, not {len(forms)}"
        raise document.error("wrong-forms", reason, "Give a text for each form")
    if any(forms) and not all(forms):
        reason = f"Some forms of “{entry.msgctxt}” are empty"
        raise document.error("wrong-forms", reason, "Give a text for each form, or for none")
    text = "".join(forms)
    if len(text) > _LONGEST or any(category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in text):
        reason = f"The translation of “{entry.msgctxt}” is no text of one line"
        raise document.error("bad-text", reason, "Write it in one line, without control characters")


def _faults(
    folder: Folder, tag: str, document: Document, entry: polib.POEntry, forms: tuple[str, ...]
) -> tuple[Diagnostic, ...]:
    source = tuple(filter(None, (entry.msgid, entry.msgid_plural)))
    proposed = Entry(entry.msgctxt or "", source, forms if all(forms) else (), False, 1)
    template = folder.template_path if folder.defines_labels else Folder().template_path
    catalogue = read_catalogue(document.path if document.path.is_file() else template)
    found = diagnostics(proposed, replace(catalogue, path=document.path), folder, tag)
    return tuple(replace(one, line=None) for one in found)


def _change(entry: polib.POEntry, forms: tuple[str, ...], *, fuzzy: bool) -> None:
    if entry.msgstr_plural:
        entry.msgstr_plural = dict(enumerate(forms))
    else:
        entry.msgstr = forms[0]
    mark_fuzzy(entry, fuzzy=fuzzy)
    if not fuzzy:
        entry.previous_msgctxt = entry.previous_msgid = entry.previous_msgid_plural = None
