"""One entry of a PO file, and the lines it was written in.

Weblate, Poedit and gettext's own tools wrap lines and order flags each in their way.  Where an
entry changes, each field that says the same keeps its lines, so that the difference is small in
any of their files.
The format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import polib

__all__ = ["Block", "mark_fuzzy"]

_HEADER = ('msgid ""', 'msgstr ""', "")  # else polib takes an entry's comment for the file's
_KIND = re.compile(
    r"#[.:,|]?|#~\||(?:#~ )?(?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)(?=[\s\"])"
)
_FOREIGN = re.compile(r"#(?![ .:,|~]|$)|#~$")  # kinds of comments that polib does not know
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
        known = (line for line in lines if not _FOREIGN.match(line.strip()))
        found = polib.pofile("\n".join([*_HEADER, *known, ""]))
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
        old = _fields(self.lines)
        new = _fields(self.entry.__unicode__(width).splitlines())
        foreign = [line for line in self.lines if _FOREIGN.match(line.strip())]
        after = [line for line in self.lines if not line.strip()]
        kept = [line for kind, lines in new.items() for line in _kept(old.get(kind), lines)]
        self.lines = foreign + kept + after


def mark_fuzzy(entry: polib.POEntry, *, fuzzy: bool) -> None:
    """Mark an entry as one that waits for review, or as one that does not."""
    if fuzzy != entry.fuzzy:
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.flags[:0] = ["fuzzy"] * fuzzy


def _fields(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return the lines of each field by its kind, such as ``#.`` or ``msgid``, in order."""
    fields: dict[str, list[str]] = {}
    kind = ""
    for line in lines:
        if line.strip() and not _FOREIGN.match(line.strip()):
            match = _KIND.match(line.strip())
            kind = match[0] if match else kind
            fields.setdefault(kind, []).append(line)
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
