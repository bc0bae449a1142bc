"""A PO file that is changed entry by entry: what is not changed keeps its bytes.

Weblate, Poedit and gettext's own tools wrap lines and order flags each in their way.  A file is
kept as the blocks of lines it was written in, and in a block that changes each field that says
the same keeps its lines, so that a change is a small difference in any of their files.
The format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib

from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.catalogue import read_catalogue
from toolkit.language.plural_forms import ENGLISH, PluralForms
from toolkit.render.output import write_whole

__all__ = ["Block", "Document", "mark_fuzzy"]

_BOM = b"\xef\xbb\xbf"
_WIDTH = 77
_HEADER = ('msgid ""', 'msgstr ""', "")  # else polib takes an entry's comment for the file's
_OBSOLETE = re.compile(r"#~ ?(?!\|)")
_KIND = re.compile(
    r"#[.:,|]?|#~\||(?:#~ )?(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)(?=[ \"])"
)
_STRING = re.compile(r'"(.*)"\s*$')


@dataclass(slots=True)
class Block:
    """The lines of one entry.

    Args:
        lines: As they stand in the file, without line ends; empty lines may follow the entry.
        entry: What they say, or ``None`` for the header and for comments that belong to none.
    """

    lines: list[str]
    entry: polib.POEntry | None = None

    @classmethod
    def parse(cls, lines: list[str]) -> "Block":
        """Read the lines of one entry."""
        found = polib.pofile("\n".join([*_HEADER, *lines, ""]))
        return cls(lines, next((entry for entry in found if entry.msgctxt), None))

    @property
    def label(self) -> str | None:
        """The label's id, or ``None`` for what is no entry or is obsolete."""
        return self.entry.msgctxt if self.entry and not self.entry.obsolete else None

    def write(self, width: int) -> None:
        """Set the lines to what the entry says now; a field that says the same keeps its own.

        Args:
            width: Where lines are wrapped; 0 for nowhere.
        """
        assert self.entry is not None  # noqa: S101 - only entries are changed
        old = dict(_fields(self.lines))
        new = _fields(self.entry.__unicode__(width).splitlines())
        after = [line for line in self.lines if not line.strip()]
        self.lines = [line for kind, lines in new for line in _kept(old.get(kind), lines)] + after


@dataclass(slots=True)
class Document:
    """A PO file.

    Args:
        path: Where it stands.
        content: Its bytes as they were read; empty for a new file.
        blocks: Its blocks in order, the header first.
    """

    path: Path
    content: bytes
    blocks: list[Block] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path) -> "Document":
        """Read a PO or POT file.

        Args:
            path: The file.

        Returns:
            Its blocks.

        Raises:
            CatalogueError: It is missing, too large, not UTF-8 or damaged; with its line.
        """
        read_catalogue(path)  # refuses what polib would mend or drop in silence
        content = path.read_bytes()
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        return cls(path, content, [Block.parse(lines) for lines in _blocks(text.split("\n"))])

    @property
    def labels(self) -> dict[str, Block]:
        """The blocks of labels that are in use, by id, in order."""
        return {block.label: block for block in self.blocks if block.label}

    @property
    def header(self) -> Block:
        """The block with ``msgid ""``; the first of the file where there is none."""
        return next((block for block in self.blocks if 'msgid ""' in block.lines), self.blocks[0])

    @property
    def width(self) -> int:
        """Where the file wraps its lines: 0 if it has lines too long for any wrapping."""
        lines = (line for block in self.blocks for line in block.lines)
        return 0 if any(len(line) > _WIDTH + 8 and " " in line[9:] for line in lines) else _WIDTH

    @property
    def fields(self) -> dict[str, str]:
        """The fields of the header, such as ``Plural-Forms``."""
        return dict(polib.pofile("\n".join([*self.header.lines, ""])).metadata)

    @property
    def plurals(self) -> PluralForms:
        """The plural forms that its header gives it."""
        text = f"Plural-Forms: {self.fields.get('Plural-Forms', '')}"
        return PluralForms.parse(text) or ENGLISH

    def insert(self, place: int, block: Block) -> None:
        """Put a block at a place after the first, an empty line before and after it."""
        for lines in (self.blocks[place - 1].lines, block.lines):
            if lines[-1].strip():
                lines.append("")
        self.blocks.insert(place, block)

    def data(self) -> bytes:
        """Return the file's bytes, with the line ends and the mark at the start that it had."""
        text = "\n".join(line for block in self.blocks for line in block.lines)
        if b"\r\n" in self.content:
            text = text.replace("\n", "\r\n")
        return (_BOM if self.content.startswith(_BOM) else b"") + text.encode()

    def save(self) -> bool:
        """Write the file, whole, if it says something else than before.

        Returns:
            Whether it was written.

        Raises:
            CatalogueError: Somebody else has changed it since it was read, or it cannot be
                written; it is left as it is.
        """
        data = self.data()
        if data == self.content:
            return False
        try:
            self._refuse_if_changed()
            write_whole(self.path, data)
        except OSError as error:
            raise self.error("unwritable", f"cannot be written: {error.strerror}") from error
        self.content = data
        return True

    def error(self, code: str, reason: str, remedy: str | None = None) -> CatalogueError:
        """Return an error about the file."""
        found = Diagnostic(code=code, reason=reason, remedy=remedy, file=str(self.path))
        return CatalogueError(found)

    def _refuse_if_changed(self) -> None:
        now = self.path.read_bytes() if self.path.exists() else b""
        if now != self.content:
            reason = "has been changed by somebody else since it was read"
            raise self.error("catalogue-changed", reason, "Do it again")


def mark_fuzzy(entry: polib.POEntry, *, fuzzy: bool) -> None:
    """Mark an entry as one that waits for review, or as one that does not."""
    if fuzzy != entry.fuzzy:
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.flags[:0] = ["fuzzy"] * fuzzy


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield the lines of each entry, comments before it and empty lines after it."""
    block: list[str] = []
    done = False
    for line in lines:
        said = _OBSOLETE.sub("", line.strip())
        if done and said and not said.startswith(('"', "msgstr")):
            yield block
            block, done = [], False
        done = done or said.startswith("msgstr")
        block.append(line)
    yield block


def _fields(lines: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return the lines of each field by its kind, such as ``#.`` or ``msgid``."""
    fields: list[tuple[str, list[str]]] = []
    for line in lines:
        match = _KIND.match(line.strip())
        if match is None and not line.strip():
            continue
        kind = match[0] if match else fields[-1][0]
        if fields and fields[-1][0] == kind:
            fields[-1][1].append(line)
        else:
            fields.append((kind, [line]))
    return fields


def _kept(old: list[str] | None, new: list[str]) -> list[str]:
    return old if old is not None and _said(old) == _said(new) else new


def _said(lines: list[str]) -> object:
    """Return what a field says, however it is wrapped."""
    if lines[0].startswith("#,"):
        return {flag.strip() for line in lines for flag in line[2:].split(",")}
    if lines[0].startswith(("#|", "#~", "msg")):
        return "".join(match[1] for line in lines if (match := _STRING.search(line)))
    return " ".join(line.lstrip("#.: ") for line in lines).split()
