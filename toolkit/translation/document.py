"""A PO file that is changed entry by entry: what is not changed keeps its bytes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import polib

from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.catalogue import read_catalogue
from toolkit.language.plural_forms import ENGLISH, PluralForms
from toolkit.render.output import write_whole
from toolkit.translation.block import Block

__all__ = ["Document"]

_BOM = b"\xef\xbb\xbf"
_WIDTH = 77
_OBSOLETE = re.compile(r"#~ ?(?!\|)")


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
        known = read_catalogue(path, fresh=True).entries  # refuses what polib would drop in silence
        content = path.read_bytes()
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        document = cls(path, content)
        try:
            document.blocks = [Block.parse(lines) for lines in _blocks(text.split("\n"))]
        except (OSError, ValueError) as error:
            raise document.error("bad-catalogue", f"polib cannot read it: {error}") from error
        if list(document.labels) != list(known):
            reason = "has obsolete and other lines in one entry"
            raise document.error("bad-catalogue", reason, "Keep an empty line between entries")
        return document

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
