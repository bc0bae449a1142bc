"""What a normalisation changes: a record for machines, and notes for people."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from toolkit.article.characters import excerpt
from toolkit.errors import Diagnostic
from toolkit.normalisation.paragraph import Paragraph
from toolkit.normalisation.record import Change, apply
from toolkit.normalisation.rules import reason

__all__ = ["Log"]

_LONGEST: Final = 40  # characters of a word on either side
_WORD_BEFORE: Final = re.compile(rf"\S{{0,{_LONGEST}}}\Z")
_WORD_AFTER: Final = re.compile(rf"\S{{0,{_LONGEST}}}")


@dataclass(slots=True)
class Log:
    """Collects the changes of one article.

    Args:
        file: The file it comes from.
        changes: The changes of each field, in order.
    """

    file: str | None
    changes: list[Change] = field(default_factory=list)
    _counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    _examples: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def take(self, name: str, paragraph: Paragraph) -> list[Change]:
        """Return what changes in a paragraph, and count it.

        Args:
            name: Dotted path of its field.
            paragraph: The paragraph.
        """
        text = paragraph.text
        inside = [
            Change(name, edit.start, text[edit.start : edit.end], edit.after, edit.kind)
            for edit in paragraph.edits()
        ]
        for number, change in enumerate(inside):
            kind = (name, change.kind)
            self._counts[kind] += 1
            if kind not in self._examples:
                self._examples[kind] = _example(text, change, inside[number:])
        return [change.moved(paragraph.source(change.offset)) for change in inside]

    def notes(self) -> Iterator[Diagnostic]:
        """Yield a note for each kind of change in each field, with its count and an example."""
        for (name, kind), (before, after) in self._examples.items():
            count = self._counts[name, kind]
            yield Diagnostic(
                code=f"normalised-{kind}",
                severity="note",
                reason=reason(kind) + (f", {count:,} times" if count > 1 else ""),
                remedy="To keep it, mark it with its language or as a quotation",
                file=self.file,
                field=name,
                excerpt=excerpt(before),
                suggestion=after,
            )


def _example(text: str, change: Change, later: list[Change]) -> tuple[str, str]:
    """Return the word of a change as it was and as it is, other changes from here on made too."""
    end = change.offset + len(change.before)
    before = _WORD_BEFORE.search(text, max(0, change.offset - _LONGEST), change.offset)
    after = _WORD_AFTER.match(text, end)
    first, last = before.start() if before else change.offset, after.end() if after else end
    inside = [one.moved(one.offset - first) for one in later if one.offset < last]
    return text[first:last], apply(text[first:last], inside)
