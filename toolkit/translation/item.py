"""One label in one language as its translator works on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import polib

from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.tag import normalise
from toolkit.translation.document import Document
from toolkit.translation.folder import Folder
from toolkit.translation.saving import fingerprint, fingerprint_of, forms_of
from toolkit.translation.update import new_catalogue

__all__ = ["Form", "Item", "Items"]

_EXAMPLES = 3
_MANY = 1_000


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a translation.

    Args:
        text: The text, empty where there is none.
        counts: The first numbers that it serves; none where the label has one form only.
        goes_on: Whether it serves more numbers.
    """

    text: str
    counts: tuple[int, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One label in one file.

    Args:
        label: The label's id.
        sources: The English text; with plurals, its singular and its plural.
        comment: What the translator is told about it.
        forms: What the file says.
        fuzzy: Whether that waits for review.
        fingerprint: Tells this state from another, for
            :func:`~toolkit.translation.saving.save_translation`.
    """

    label: str
    sources: tuple[str, ...]
    comment: str
    forms: tuple[Form, ...]
    fuzzy: bool
    fingerprint: str

    @property
    def is_translated(self) -> bool:
        """Whether the file has a text for every form."""
        return all(form.text for form in self.forms)


class Items:
    """The labels of one language's file, which need not be there yet.

    Args:
        folder: The folder of catalogues.
        tag: BCP 47 tag of the language.

    Raises:
        CatalogueError: The file is damaged.
        LocaleError: It is no language that CLDR knows.
    """

    def __init__(self, folder: Folder, tag: str) -> None:
        self._folder, self._tag = folder, tag
        self.path: Path = folder.file(tag)
        is_there = self.path.is_file()
        self._document = (
            Document.read(self.path) if is_there else new_catalogue(self.path, normalise(tag))
        )
        self._labels = self._document.labels
        self._plurals = self._document.plurals

    def item(self, label: str) -> Item:
        """Return one label, as the file has it or as it would be added to it.

        Raises:
            CatalogueError: There is no such label.
        """
        source = self._folder.sources.get(label)
        if source is None:
            raise CatalogueError(
                Diagnostic(code="unknown-label", reason=f"There is no label “{label[:60]}”")
            )
        block = self._labels.get(label)
        entry = block.entry if block else None
        texts = forms_of(entry) if entry else ("",) * self._count(source)
        return Item(
            label=label,
            sources=tuple(filter(None, (source.msgid, source.msgid_plural))),
            comment=source.comment,
            forms=tuple(self._forms(texts, has_plurals=bool(source.msgid_plural))),
            fuzzy=entry is not None and entry.fuzzy,
            fingerprint=fingerprint_of(self._tag, entry)
            if entry
            else fingerprint(self._tag, source.msgid, source.msgid_plural, texts, fuzzy=False),
        )

    def _count(self, source: polib.POEntry) -> int:
        return self._plurals.count if source.msgid_plural else 1

    def _forms(self, texts: tuple[str, ...], *, has_plurals: bool) -> Iterator[Form]:
        for number, text in enumerate(texts):
            if not has_plurals:
                yield Form(text)
                continue
            served = (count for count in range(_MANY) if self._plurals.form(count) == number)
            counts = tuple(islice(served, _EXAMPLES))
            yield Form(text, counts, goes_on=next(served, None) is not None)
