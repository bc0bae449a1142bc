"""Brings PO files up to date with the template, as gettext's ``msgmerge`` does, but in place."""

import re
from collections.abc import Collection
from pathlib import Path

import polib

from toolkit.language.locale import Locale
from toolkit.language.tag import normalise
from toolkit.resources import CATALOGUES
from toolkit.translation.block import Block, mark_fuzzy
from toolkit.translation.document import Document
from toolkit.translation.folder import Folder
from toolkit.translation.plurals import are_equal, plural_forms

__all__ = ["new_catalogue", "update"]

_FORMAT = "python-brace-format"
_PLURALS = re.compile(r'"Plural-Forms:[^"]*(?:"\n"[^"]*)*?\\n"', re.IGNORECASE)
_HEADER = """\
# Labels in {name}.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plurals}\\n"
"""


def update(folder: Folder, tag: str) -> Path | None:
    """Bring the PO file of one language up to date with the templates; make it where it lacks.

    New labels come in empty, after the label that they follow in the template.  Where the English
    changed, a translation is marked fuzzy and keeps the old English (``#| msgid``).  A label that
    the template no longer has becomes obsolete (``#~``) with its translation, and comes back with
    it.  Comments, order and everything else stay.  A publication's file for a language that is
    built in holds what it words differently and its own labels: no others are added to it.

    Args:
        folder: The folder.
        tag: BCP 47 tag of the language.

    Returns:
        The file, or ``None`` if nothing was to change.

    Raises:
        CatalogueError: A file is damaged, cannot be written, or was changed meanwhile.
        LocaleError: It is no language that CLDR knows.
    """
    folder.refuse_if_installed()
    path = folder.file(tag)
    document = Document.read(path) if path.is_file() else new_catalogue(path, tag)
    _pin_plurals(document, tag)
    added = folder.own_sources if _is_built_in(tag) else folder.sources
    _Merge(folder, document, added).run()
    return path if document.save() else None


def _is_built_in(tag: str) -> bool:
    return tag in Folder(CATALOGUES).files or tag == "en"


def new_catalogue(path: Path, tag: str) -> Document:
    """Return the PO file of a language that has none yet: a header; nothing is written.

    Args:
        path: Where it is to stand.
        tag: BCP 47 tag of the language.

    Raises:
        LocaleError: It is no language that CLDR knows.
    """
    header = _HEADER.format(
        name=Locale.parse("en").name_of(tag),
        language=normalise(tag).replace("-", "_"),
        plurals=plural_forms(tag),
    )
    return Document(path, b"", [Block(header.split("\n"))])


def _pin_plurals(document: Document, tag: str) -> None:
    """Give the header the language's plural forms, unless it has a rule that does the same."""
    wanted, header = plural_forms(tag), document.header
    found = document.fields.get("Plural-Forms")
    if found is None or are_equal(found, wanted):
        return
    text = "\n".join(header.lines)
    header.lines = _PLURALS.sub(lambda _: f'"Plural-Forms: {wanted}\\n"', text).split("\n")


class _Merge:
    """One PO file on its way to the template's state."""

    def __init__(self, folder: Folder, document: Document, added: Collection[str]) -> None:
        self.folder, self.document, self.added = folder, document, added
        self.forms = document.plurals.count
        self.width = document.width

    def run(self) -> None:
        self._revive()
        for label, block in self.document.labels.items():
            if source := self.folder.sources.get(label):
                self._refresh(block, source)
            elif self.folder.defines_labels:
                self._retire(block)
        self._add()

    def _revive(self) -> None:
        """Take obsolete entries back whose labels the template has again."""
        present = self.document.labels
        for block in self.document.blocks:
            entry = block.entry
            if entry and entry.obsolete and entry.msgctxt not in present:
                entry.obsolete = entry.msgctxt not in self.folder.sources

    def _retire(self, block: Block) -> None:
        assert block.entry is not None  # noqa: S101 - it has a label
        block.entry.obsolete = True
        block.write(self.width)
        self.document.blocks.remove(block)
        self.document.insert(len(self.document.blocks), block)

    def _refresh(self, block: Block, source: polib.POEntry) -> None:
        entry = block.entry
        assert entry is not None  # noqa: S101 - it has a label
        if (entry.msgid, entry.msgid_plural) != (source.msgid, source.msgid_plural):
            self._doubt(entry)
        entry.msgid, entry.msgid_plural = source.msgid, source.msgid_plural
        self._fit_forms(entry)
        entry.comment, entry.occurrences = source.comment, source.occurrences
        entry.flags = [flag for flag in entry.flags if flag != _FORMAT or flag in source.flags]
        entry.flags += [flag for flag in source.flags if flag not in entry.flags]
        block.write(self.width)

    def _doubt(self, entry: polib.POEntry) -> None:
        if not (entry.msgstr or any(entry.msgstr_plural.values())):
            return
        if not entry.previous_msgid:
            entry.previous_msgid = entry.msgid
            entry.previous_msgid_plural = entry.msgid_plural or None
        mark_fuzzy(entry, fuzzy=True)

    def _fit_forms(self, entry: polib.POEntry) -> None:
        """Give an entry as many forms as its label and the language have; new ones in doubt."""
        old = [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)]
        if not entry.msgid_plural:
            entry.msgstr, entry.msgstr_plural = (old[-1] if old else entry.msgstr), {}
            return
        forms = old or [entry.msgstr]
        if len(old) != self.forms and any(forms):
            mark_fuzzy(entry, fuzzy=True)
        forms = [forms[min(form, len(forms) - 1)] for form in range(self.forms)]
        entry.msgstr, entry.msgstr_plural = "", dict(enumerate(forms))

    def _add(self) -> None:
        blocks, place = self.document.blocks, 0
        present = self.document.labels
        for label, source in self.folder.sources.items():
            if block := present.get(label):
                place = _place(blocks, block)
                continue
            if label not in self.added:
                continue
            entry = polib.POEntry(
                msgctxt=label, msgid=source.msgid, msgid_plural=source.msgid_plural
            )
            block = Block([], entry)
            self._refresh(block, source)
            place += 1
            self.document.insert(place, block)


def _place(blocks: list[Block], block: Block) -> int:
    return next(place for place, other in enumerate(blocks) if other is block)
