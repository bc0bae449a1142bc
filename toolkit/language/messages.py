"""Finds a label's message: language by language, a publication's folders before our own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from toolkit.errors import CatalogueError, Diagnostic, LocaleError
from toolkit.language.catalogue import Catalogue, read_catalogue
from toolkit.language.locale import Locale
from toolkit.language.tag import normalise

__all__ = ["Message", "Messages"]

_BUILT_IN = Path(__file__).parent / "catalogues"
_TEMPLATE = "labels.pot"


@dataclass(frozen=True, slots=True)
class Message:
    """A label's message, in the first language that has it.

    Args:
        label: The label's id.
        locale: The message's language.
        forms: The text; with plurals, one for each form.
        plural: Gives the index of the form for a count.
        path: The catalogue it was found in.
    """

    label: str
    locale: Locale
    forms: tuple[str, ...]
    plural: Callable[[int], int]
    path: Path


class Messages:
    """The messages of one locale; catalogues are read when the first is asked for.

    Args:
        locale: The reader's locale.
        folders: Folders of PO files to search before the built-in ones.
    """

    def __init__(self, locale: Locale, folders: Sequence[Path]) -> None:
        self._locale = locale
        self._folders = (*folders, _BUILT_IN)
        self._chain: tuple[tuple[Locale, Catalogue], ...] = ()
        self._found: dict[str, Message] = {}

    def find(self, label: str) -> Message:
        """Return a label's message.

        Args:
            label: The label's id.

        Returns:
            The message, fuzzy and empty ones passed over; at last the English text.

        Raises:
            CatalogueError: There is no such label, or a catalogue is damaged.
        """
        found = self._found.get(label)
        if found is None:
            found = self._found[label] = self._search(label)
        return found

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all labels that can be found, sorted."""
        return tuple(sorted({label for _, found in self._catalogues() for label in found.entries}))

    def _search(self, label: str) -> Message:
        for locale, catalogue in self._catalogues():
            entry = catalogue.entries.get(label)
            if entry and entry.forms and not entry.fuzzy:
                return Message(label, locale, entry.forms, catalogue.plural, catalogue.path)
        for _, catalogue in reversed(self._catalogues()):
            if entry := catalogue.entries.get(label):
                english = Locale.parse("en")
                return Message(label, english, entry.source, _english_plural, catalogue.path)
        near = get_close_matches(label, self.ids, 1)
        remedy = f"Did you mean {near[0]}" if near else None
        raise CatalogueError(
            Diagnostic(code="unknown-label", reason=f"There is no label “{label}”", remedy=remedy)
        )

    def _catalogues(self) -> tuple[tuple[Locale, Catalogue], ...]:
        """Return the catalogues to search, the reader's language first, the templates last."""
        if not self._chain:
            self._chain = tuple(self._read())
        return self._chain

    def _read(self) -> Iterator[tuple[Locale, Catalogue]]:
        folders = [_files(folder) for folder in self._folders]
        for tag in self._locale.fallbacks:
            for files in folders:
                if tag in files:
                    yield Locale.parse(tag), read_catalogue(files[tag])
        for folder in self._folders:
            if (folder / _TEMPLATE).is_file():
                yield Locale.parse("en"), read_catalogue(folder / _TEMPLATE)


def _files(folder: Path) -> dict[str, Path]:
    """Return the PO files of a folder by language."""
    if not folder.is_dir():
        reason = "There is no such folder of label catalogues"
        raise CatalogueError(Diagnostic(code="bad-catalogue", reason=reason, file=str(folder)))
    try:
        return {normalise(path.stem): path for path in sorted(folder.glob("*.po"))}
    except LocaleError as error:
        raise CatalogueError(error.diagnostic).located(file=str(folder)) from error


def _english_plural(count: int) -> int:
    return int(count != 1)
