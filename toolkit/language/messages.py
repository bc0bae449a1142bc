"""Finds a label's message: language by language, a publication's folders before our own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from toolkit.errors import CatalogueError, Diagnostic, LocaleError, Report, log_report
from toolkit.language.catalogue import Catalogue, Entry, read_catalogue
from toolkit.language.insertion import placeholders
from toolkit.language.locale import Locale
from toolkit.language.pseudo import Pseudo
from toolkit.language.tag import normalise
from toolkit.resources import CATALOGUES

__all__ = ["Message", "Messages", "catalogue_files"]

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
        line: Line of the catalogue at which it stands, from 1.
    """

    label: str
    locale: Locale
    forms: tuple[str, ...]
    plural: Callable[[int], int]
    path: Path
    line: int


class Messages:
    """The messages of one locale.

    Args:
        locale: The reader's locale; a pseudo-locale disguises the English messages.
        folders: Folders of PO files to search before the built-in ones.
        drafts: Whether messages that wait for review are found too.
        report: Receives each message that is passed over for a placeholder nobody fills.

    Raises:
        CatalogueError: A folder is missing, or a catalogue is damaged.
    """

    def __init__(
        self,
        locale: Locale,
        folders: Sequence[Path],
        *,
        drafts: bool = False,
        report: Report = log_report,
    ) -> None:
        self._locale = locale
        self._pseudo = Pseudo.of(locale.tag)
        self._drafts = drafts
        self._report = report
        self._catalogues = tuple(_read(self._tags, (*folders, CATALOGUES)))
        self._found: dict[str, Message] = {}

    def find(self, label: str) -> Message:
        """Return a label's message.

        Args:
            label: The label's id.

        Returns:
            The message in the nearest language that has one to show; at last the English text.

        Raises:
            CatalogueError: There is no such label.
        """
        found = self._found.get(label)
        if found is None:
            found = self._found[label] = self._search(label)
        return found

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all labels that can be found, sorted."""
        return tuple(sorted({label for _, found in self._catalogues for label in found.entries}))

    @property
    def _tags(self) -> tuple[str, ...]:
        return ("en",) if self._pseudo else self._locale.fallbacks

    def _search(self, label: str) -> Message:
        found = self._translation(label) or self._source(label)
        if found is None:
            raise self._unknown(label)
        if self._pseudo is None:
            return found
        return replace(found, locale=self._locale, forms=tuple(map(self._pseudo.text, found.forms)))

    def _translation(self, label: str) -> Message | None:
        source = self._source(label)
        for locale, catalogue in self._catalogues:
            entry = catalogue.entries.get(label)
            if entry and source and self._is_shown(entry) and self._fits(entry, source, catalogue):
                place = catalogue.path, entry.line
                return Message(label, locale, entry.forms, catalogue.plural, *place)
        return None

    def _is_shown(self, entry: Entry) -> bool:
        """Tell whether an entry is for readers: never one whose English has changed since."""
        is_reviewed = not entry.fuzzy or (self._drafts and not entry.changed)
        return bool(entry.forms) and is_reviewed

    def _fits(self, entry: Entry, source: Message, catalogue: Catalogue) -> bool:
        """Tell whether a page can fill an entry: its placeholders are all in the English."""
        known = placeholders(*source.forms)
        unknown = sorted(placeholders(*entry.forms) - known)
        if unknown:
            self._report(_misfit(entry, catalogue.path, unknown[0], known))
        return not unknown

    def _source(self, label: str) -> Message | None:
        english = Locale.parse("en")
        for _, catalogue in reversed(self._catalogues):
            if entry := catalogue.entries.get(label):
                place = catalogue.path, entry.line
                return Message(label, english, entry.source, _english_plural, *place)
        return None

    def _unknown(self, label: str) -> CatalogueError:
        near = get_close_matches(label, self.ids, 1)
        remedy = f"Did you mean {near[0]}" if near else None
        return CatalogueError(
            Diagnostic(code="unknown-label", reason=f"There is no label “{label}”", remedy=remedy)
        )


def _read(tags: Sequence[str], folders: Sequence[Path]) -> Iterator[tuple[Locale, Catalogue]]:
    """Yield the catalogues to search, the reader's language first, the templates last."""
    files = [catalogue_files(folder) for folder in folders]
    for tag in tags:
        for found in files:
            if tag in found:
                yield Locale.parse(tag), read_catalogue(found[tag])
    for folder in folders:
        if (folder / _TEMPLATE).is_file():
            yield Locale.parse("en"), read_catalogue(folder / _TEMPLATE)


def catalogue_files(folder: Path) -> dict[str, Path]:
    """Return the catalogues of a folder by language: PO files, and MO files that stand alone.

    A MO file beside its PO file may be stale, and would save little time: it is passed over.

    Args:
        folder: The folder.

    Returns:
        The files by BCP 47 tag.

    Raises:
        CatalogueError: The folder is missing; a file is not named by a language, or two by the
            same; or it is a link out of the folder.
    """
    if not folder.is_dir():
        remedy = "Correct the path, or make the folder"
        raise _refused(folder, "There is no such folder of label catalogues", remedy)
    files: dict[str, Path] = {}
    for path in (*sorted(folder.glob("*.po")), *sorted(folder.glob("*.mo"))):
        tag = _language(path)
        if tag not in files:
            files[tag] = path
        elif path.suffix == ".po":
            reason = f"The catalogue is of the same language as {files[tag].name}"
            raise _refused(path, reason, "Keep one of them, with what both say")
    for path in files.values():
        if not (path.is_file() and path.resolve().is_relative_to(folder.resolve())):
            remedy = "Put the file itself there, in place of a link or folder of its name"
            raise _refused(path, "The catalogue is not a file of its folder", remedy)
    return files


def _language(path: Path) -> str:
    try:
        return normalise(path.stem)
    except LocaleError as error:
        remedy = "Name the file by its language, such as fa.po, or remove it"
        found = replace(error.diagnostic, remedy=remedy, file=str(path))
        raise CatalogueError(found) from error


def _refused(path: Path, reason: str, remedy: str) -> CatalogueError:
    found = Diagnostic(code="bad-catalogue", reason=reason, remedy=remedy, file=str(path))
    return CatalogueError(found)


def _misfit(entry: Entry, path: Path, name: str, known: Iterable[str]) -> Diagnostic:
    near = get_close_matches(name, known, 1) or sorted(known)
    return Diagnostic(
        code="unknown-placeholder",
        reason=f"{{{name}}} is not in the English text, so that another message is shown",
        remedy=f"Write {{{near[0]}}}" if near else f"Delete {{{name}}}",
        severity="warning",
        file=str(path),
        field=entry.label,
        line=entry.line,
    )


def _english_plural(count: int) -> int:
    return int(count != 1)
