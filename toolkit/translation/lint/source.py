"""Holds an entry against the templates: its id, and the English that it translates."""

from collections.abc import Iterator
from difflib import get_close_matches

from toolkit.article.characters import excerpt
from toolkit.language.catalogue import Entry
from toolkit.translation.folder import Folder
from toolkit.translation.lint.wording import Hit, Rule, rule

__all__ = ["source_faults"]


def source_faults(entry: Entry, folder: Folder, tag: str) -> Iterator[tuple[Rule, Hit]]:
    """Find whether an entry is of a label that there is, and of the English that it has.

    Args:
        entry: The entry.
        folder: The folder that its catalogue is in.
        tag: BCP 47 tag of the catalogue's language.

    Yields:
        The rule ``unknown-label`` or ``other-english``, and what it found.

    Raises:
        CatalogueError: A template of labels is damaged.
        ThemeError: A template of the folder's theme cannot be read.
    """
    source = folder.sources.get(entry.label)
    if source is None:
        if entry.label not in folder.shown:
            yield rule("unknown-label"), _unknown(entry.label, folder)
        return
    english = tuple(filter(None, (source.msgid, source.msgid_plural)))
    if entry.source != english:
        words = {"english": excerpt(" / ".join(english)), "tag": tag}
        yield rule("other-english"), Hit(" / ".join(entry.source), words=words)


def _unknown(label: str, folder: Folder) -> Hit:
    near = get_close_matches(label[:100], folder.sources, 1)
    meant = f"Write {near[0]}; if it is a label of your own, define" if near else "Define"
    words = {"way_out": f"{meant} it in {folder.template_path.name}"}
    return Hit(label, near[0] if near else None, words)
