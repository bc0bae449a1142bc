"""How far each language is: what is translated, waits for review, or is missing, page by page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import Any, Literal

from jinja2 import nodes
from jinja2.meta import find_referenced_templates

from toolkit.language.catalogue import Entry, read_catalogue
from toolkit.language.negotiation import fallbacks
from toolkit.resources import CATALOGUES, TEMPLATES
from toolkit.translation.folder import Folder
from toolkit.translation.tables import table
from toolkit.translation.usage import find_uses, read_templates

__all__ = ["STATES", "State", "Status", "pages_of_labels", "state_of", "status"]

State = Literal["translated", "inherited", "review", "missing"]

STATES: tuple[State, ...] = ("translated", "inherited", "review", "missing")
_UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Status:
    """The state of one language.

    Args:
        language: BCP 47 tag.
        states: The state of every label by id: ``translated``; ``inherited`` from the language
            that it is a variety of, as Dari from Persian; ``review``: marked fuzzy; ``missing``.
        pages: The ids of the labels by the page that shows them.
    """

    language: str
    states: Mapping[str, State]
    pages: Mapping[str, tuple[str, ...]]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing and nothing waits for review."""
        return not (self.listed("review") or self.listed("missing"))

    def listed(self, state: State) -> list[str]:
        """Return the ids of the labels in a state."""
        return [label for label, found in self.states.items() if found == state]

    def count(self, state: State, page: str | None = None) -> int:
        """Return how many labels are in a state, on one page or in all."""
        labels = self.states if page is None else self.pages[page]
        return sum(self.states[label] == state for label in labels)

    def as_dict(self) -> dict[str, Any]:
        """Return what ``--json`` prints of it."""
        return {
            "language": self.language,
            "counts": {state: self.count(state) for state in STATES},
            "pages": {
                page: {state: self.count(state, page) for state in STATES} for page in self.pages
            },
            "review": self.listed("review"),
            "missing": self.listed("missing"),
        }


def status(folder: Folder) -> list[Status]:
    """Return the state of every language that has a file in a folder.

    Args:
        folder: The folder; a label that it leaves out is looked for in the built-in catalogues.

    Raises:
        CatalogueError: A catalogue is damaged.
        ThemeError: A template cannot be read.
    """
    pages = pages_of_labels(folder)
    return [
        Status(tag, {label: state_of(folder, tag, label) for label in folder.sources}, pages)
        for tag in folder.files
    ]


def state_of(folder: Folder, tag: str, label: str) -> State:
    """Return the state of one label in one language.

    Args:
        folder: As for :func:`status`.
        tag: BCP 47 tag of the language, which need not have a file; English is the source.
        label: The label's id.

    Raises:
        CatalogueError: A catalogue is damaged.
    """
    for entry, is_own in _entries(folder, tag, label):
        if entry.forms and not entry.fuzzy:
            return "translated" if is_own else "inherited"
        if entry.forms and is_own:
            return "review"
    return "translated" if tag.partition("-")[0] == "en" else "missing"


def _entries(folder: Folder, tag: str, label: str) -> Iterator[tuple[Entry, bool]]:
    """Yield the entries that the page looks at, in order; and whether in the language itself."""
    built_in = folder if folder.is_built_in else Folder(CATALOGUES)
    for step in fallbacks(tag):
        if step.partition("-")[0] != tag.partition("-")[0]:
            continue
        for files in (folder.files, {} if folder.is_built_in else built_in.files):
            if step in files and (entry := read_catalogue(files[step]).entries.get(label)):
                yield entry, step == tag


def pages_of_labels(folder: Folder) -> dict[str, tuple[str, ...]]:
    """Return the labels that each page shows, and last those that no page shows yet.

    Args:
        folder: The folder, with its theme.

    Returns:
        Ids by page, such as ``article`` or ``print``, in the order of the template.
    """
    graph = dict(read_templates(folder.theme))
    reached = {page: set(_reached(graph, f"{TEMPLATES.name}/{start}", folder))
               for page, start in table("usage")["pages"].items()}  # fmt: skip
    shown: dict[str, set[str]] = {page: set() for page in reached}
    for use in find_uses(folder.sources, folder.theme):
        if use.label in folder.sources:
            for page in _pages(use.file, reached):
                shown.setdefault(page, set()).add(use.label)
    shown[_UNUSED] = set(folder.sources) - set().union(*shown.values())
    return {page: tuple(label for label in folder.sources if label in labels)
            for page, labels in shown.items() if labels}  # fmt: skip


def _reached(graph: Mapping[str, nodes.Template], start: str, folder: Folder) -> Iterator[str]:
    """Yield the templates that a page is made of, a theme's in the place of the built-in ones."""
    left, done = [start], set[str]()
    while left:
        name = left.pop().partition("/")[2]
        if name in done:
            continue
        done.add(name)
        for root in ([folder.theme.name] if folder.theme else []) + [TEMPLATES.name]:
            if (file := f"{root}/{name}") in graph:
                yield file
                found = find_referenced_templates(graph[file])
                left += [f"{root}/{other}" for other in found if other]
                break


def _pages(file: str, reached: Mapping[str, set[str]]) -> list[str]:
    if pages := [page for page, files in reached.items() if file in files]:
        return pages
    for pattern, pages in table("usage")["code"].items():
        if fnmatchcase(file, pattern):
            return list(pages)
    return [PurePosixPath(file).parent.name]
