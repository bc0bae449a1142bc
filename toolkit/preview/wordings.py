"""The labels of a publication's pages in one language: how each reads, and how far it is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal, get_args

from toolkit.article import Publication
from toolkit.language import PSEUDO_LOCALES, Labels
from toolkit.language.messages import Message
from toolkit.preview.snapshot import Snapshot
from toolkit.translation.folder import Folder
from toolkit.translation.status import State, pages_of_labels, state_of

__all__ = ["SHOWN_STATES", "ShownState", "Wording", "Wordings", "counts", "folder_of"]

ShownState = Literal["untranslated", "fuzzy", "fallback", "translated"]
SHOWN_STATES: Final[tuple[ShownState, ...]] = get_args(ShownState)
_SHOWN: Final[dict[State, ShownState]] = {
    "missing": "untranslated",
    "review": "fuzzy",
    "inherited": "fallback",
    "translated": "translated",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """How one label reads in one language.

    Args:
        label: The label's id.
        state: ``untranslated``; ``fuzzy``, waiting for review; ``fallback``, taken from the
            language that this one is a variety of; ``translated``.
        message: What readers see, its language, and where that stands.
    """

    label: str
    state: ShownState
    message: Message


class Wordings:
    """The labels of a publication in one language.

    Args:
        labels: The labels as the pages have them.
        publication: The publication.
    """

    def __init__(self, labels: Labels, publication: Publication) -> None:
        self._labels = labels
        self._folder = folder_of(publication)

    @classmethod
    def of(cls, snapshot: Snapshot, tag: str) -> "Wordings":
        """Return the labels of one of a snapshot's locales.

        Raises:
            ToolkitError: A catalogue is damaged, or the folder missing.
        """
        return cls(snapshot.renderer(tag).labels, snapshot.publication)

    def state(self, label: str) -> ShownState:
        """Return how far a label is.

        Raises:
            CatalogueError: A catalogue is damaged.
        """
        tag = self._labels.locale.tag
        if tag in PSEUDO_LOCALES:
            return "translated"
        return _SHOWN[state_of(self._folder, tag, label)]

    def wording(self, label: str) -> Wording:
        """Return how one label reads.

        Raises:
            CatalogueError: There is no such label, or a catalogue is damaged.
        """
        return Wording(label, self.state(label), self._labels.message(label))

    def listed(self) -> tuple[Wording, ...]:
        """Return all labels in the order of the template.

        Raises:
            CatalogueError: A catalogue is damaged.
        """
        return tuple(map(self.wording, self._folder.sources))

    def pages(self, label: str) -> tuple[str, ...]:
        """Return the kinds of pages that show a label, such as ``article``.

        Raises:
            CatalogueError: A catalogue is damaged.
            ThemeError: A template cannot be read.
        """
        found = _pages(self._folder.path, self._folder.theme, _age(self._folder))
        return found.get(label, ())


def counts(wordings: tuple[Wording, ...]) -> dict[ShownState, int]:
    """Return how many labels are in each state, those that need work first."""
    found = Counter(wording.state for wording in wordings)
    return {state: found[state] for state in SHOWN_STATES}


def folder_of(publication: Publication) -> Folder:
    """Return the folder that words a publication's labels: its own, or the built-in one.

    Raises:
        PublicationError: Its own is missing.
    """
    own = publication.labels_folder
    theme = publication.theme_folder
    return Folder(own, theme) if own else Folder(theme=theme)


def _age(folder: Folder) -> int:
    """Return a number that changes when a template of the folder or its theme does."""
    theme = list(folder.theme.rglob("*.html")) if folder.theme else []
    files = [folder.template_path, *theme]
    return hash(tuple((str(file), file.stat().st_mtime_ns) for file in files if file.is_file()))


@lru_cache(maxsize=8)
def _pages(folder: Path, theme: Path | None, _age: int) -> Mapping[str, tuple[str, ...]]:
    """Return the pages of each label; all templates and all code are read for it."""
    found: dict[str, list[str]] = {}
    for page, labels in pages_of_labels(Folder(folder, theme)).items():
        for label in labels:
            found.setdefault(label, []).append(page)
    return {label: tuple(pages) for label, pages in found.items()}
