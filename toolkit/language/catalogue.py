"""Reads label catalogues: gettext PO files whose ``msgctxt`` is the label's id.

Babel's and polib's readers drop what they cannot read (a string without its closing quote, a
second entry with the same id) without a word; a translator's lost work must not go unseen, so
this one is strict.  The format:
https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NoReturn

from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.plural_forms import ENGLISH, PluralForms

__all__ = ["Catalogue", "Entry", "read_catalogue"]

_LARGEST = 2_000_000
_LINE = re.compile(
    r"""(?:(?P<field>msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-5]\])\s*)?"""
    r'''"(?P<text>(?:[^"\\]|\\[nrt"\\])*)"'''
)
_MEND = "Mend the file in an editor for PO files, or take an older copy of it"
_ESCAPE = re.compile(r"\\(.)")
_UNESCAPED = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One label in one catalogue.

    Args:
        label: The label's id.
        source: The English text; with plurals, its singular and its plural.
        forms: The translation; with plurals, one for each form; empty where there is none.
        fuzzy: Whether it waits for review.
        line: Line of the file at which the entry begins, from 1.
        changed: Whether the English has changed since it was translated (``#| msgid``).
    """

    label: str
    source: tuple[str, ...]
    forms: tuple[str, ...]
    fuzzy: bool
    line: int
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The labels of one file.

    Args:
        path: The file.
        entries: Its labels by id.
        plural: Gives the index of the plural form for a count.
    """

    path: Path
    entries: Mapping[str, Entry]
    plural: Callable[[int], int]


@dataclass(slots=True)
class _Draft:
    """An entry being read."""

    line: int = 0
    fuzzy: bool = False
    changed: bool = False
    strings: dict[str, list[str]] = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, str]:
        return {name: "".join(strings) for name, strings in self.strings.items()}

    @property
    def is_translated(self) -> bool:
        return any(name.startswith("msgstr") for name in self.strings)


def read_catalogue(path: Path, *, fresh: bool = False) -> Catalogue:
    """Read a PO, POT or MO file; one that has not changed since the last time is not read again.

    Args:
        path: The file.
        fresh: Whether to read it again in any case: for who is about to change it.

    Returns:
        Its labels.  Obsolete entries (``#~``) are left out.

    Raises:
        CatalogueError: The file is missing, too large, not UTF-8 or damaged; with its line.
    """
    try:
        facts = path.stat()
    except OSError as error:
        reason = f"The catalogue cannot be read: {error.strerror}"
        raise _error(path, None, reason, remedy=_way_to(path)) from error
    if fresh:
        return _read(path, facts.st_size)
    return _read_once(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=64)
def _read_once(path: Path, _changed: int, size: int) -> Catalogue:
    return _read(path, size)


def _read(path: Path, size: int) -> Catalogue:
    if size > _LARGEST:
        reason = f"The catalogue is larger than {_LARGEST // 1_000_000} MB"
        raise _error(path, None, reason, remedy="Take out what no label of yours needs")
    if path.suffix == ".mo":
        return _read_binary(path)
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        remedy = "Save the file in UTF-8"
        raise _error(path, line, "The catalogue is not in UTF-8", remedy=remedy) from error
    return _Reader(path).read(text)


def _read_binary(path: Path) -> Catalogue:
    from toolkit.language.binary_catalogue import read_entries

    try:
        plurals, found = read_entries(path)
    except ValueError as error:
        raise _error(path, None, str(error), remedy="Run toolkit labels compile again") from error
    entries = {entry["label"]: Entry(**entry, fuzzy=False, line=1) for entry in found}
    return Catalogue(path, entries, plurals.form)


def _error(
    path: Path, line: int | None, reason: str, excerpt: str | None = None, *, remedy: str = _MEND
) -> CatalogueError:
    code = "bad-catalogue"
    found = Diagnostic(
        code=code, reason=reason, remedy=remedy, file=str(path), line=line, excerpt=excerpt
    )
    return CatalogueError(found)


def _way_to(path: Path) -> str:
    if path.suffix == ".po" and not path.exists():
        return f"Run toolkit labels update {path.stem.replace('_', '-')}"
    return "Correct the path, or let the file be read"


class _Reader:
    """Reads one file, line by line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.number = 0
        self.draft = _Draft()
        self.last = ""
        self.entries: dict[str, Entry] = {}
        self.plurals = ENGLISH

    def read(self, text: str) -> Catalogue:
        for self.number, line in enumerate(text.split("\n"), 1):
            self._take(line.strip())
        self._finish()
        return Catalogue(self.path, self.entries, self.plurals.form)

    def _take(self, line: str) -> None:
        if line.startswith("#"):
            self._take_comment(line)
        elif line:
            match = _LINE.fullmatch(line)
            if match is None:
                self._fail("This line is damaged", line)
            self._take_string(match["field"], _ESCAPE.sub(_unescape, match["text"]))

    def _take_comment(self, line: str) -> None:
        if self.draft.is_translated:
            self._finish()
        if line.startswith("#~") and not self.draft.strings:
            self.draft = _Draft()  # flags before it were its own
        if line.startswith("#,") and "fuzzy" in [flag.strip() for flag in line[2:].split(",")]:
            self.draft.fuzzy = True
        if line.startswith("#| msgid"):
            self.draft.changed = True

    def _take_string(self, name: str | None, text: str) -> None:
        if name is None:
            if not self.last:
                self._fail("This line continues nothing", text)
            self.draft.strings[self.last].append(text)
            return
        if name in ("msgctxt", "msgid") and self.draft.is_translated:
            self._finish()
        if name in self.draft.strings:
            self._fail(f"A second {name} in one entry", text)
        self.draft.line = self.draft.line or self.number
        self.draft.strings[name] = [text]
        self.last = name

    def _finish(self) -> None:
        draft, self.draft, self.last = self.draft, _Draft(), ""
        fields = draft.fields
        if not fields:
            return
        if "msgid" not in fields or not draft.is_translated:
            raise _error(self.path, draft.line, "An entry needs msgid and msgstr")
        if fields["msgid"]:
            self._add(draft, fields)
        else:
            self._take_header(fields.get("msgstr", ""), draft.line)

    def _take_header(self, header: str, line: int) -> None:
        try:
            self.plurals = PluralForms.parse(header) or self.plurals
        except ValueError as error:
            raise _error(self.path, line, str(error)) from error

    def _add(self, draft: _Draft, fields: dict[str, str]) -> None:
        label = fields.get("msgctxt", "")
        if not label:
            raise _error(self.path, draft.line, "An entry needs msgctxt, the label's id")
        if not label.isprintable():
            raise _error(self.path, draft.line, "A label's id has characters that do not show")
        if label in self.entries:
            reason, remedy = "A second entry for one label", "Delete one of them"
            raise _error(self.path, draft.line, reason, label, remedy=remedy)
        names = ["msgstr"]
        source = [fields["msgid"]]
        if "msgid_plural" in fields:
            names = [f"msgstr[{form}]" for form in range(self.plurals.count)]
            source.append(fields["msgid_plural"])
        forms = [fields.pop(name, "") for name in names]
        if any(name.startswith("msgstr") for name in fields):
            raise _error(self.path, draft.line, "msgstr does not fit the plural forms", label)
        translation = tuple(forms) if all(forms) else ()
        self.entries[label] = Entry(
            label, tuple(source), translation, draft.fuzzy, draft.line, draft.changed
        )

    def _fail(self, reason: str, excerpt: str | None = None) -> NoReturn:
        raise _error(self.path, self.number, reason, excerpt and excerpt[:80])


def _unescape(match: re.Match[str]) -> str:
    return _UNESCAPED[match[1]]
