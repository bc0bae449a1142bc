"""The folder that is previewed: read again when it changes, the last good state kept."""

import threading
from collections.abc import Collection as Some
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from toolkit.article import Article, Publication
from toolkit.article.publication import NAME
from toolkit.errors import Diagnostic, ToolkitError
from toolkit.preview.change import Change, Kinds
from toolkit.preview.skipped import Skipped
from toolkit.preview.snapshot import Snapshot
from toolkit.render import Theme
from toolkit.resources import CATALOGUES, TEMPLATES
from toolkit.sources import load_collection
from toolkit.sources.group import group_of
from toolkit.sources.memory import Memory

__all__ = ["Workspace", "concerning"]


@dataclass(slots=True)
class _Read:
    """What was read, and why some of it is what was there before."""

    failures: list[Diagnostic]

    def report(self, found: Diagnostic) -> None:
        if found.severity == "error" and found not in self.failures:
            self.failures.append(found)


class Workspace:
    """A folder of articles with its publication, theme and labels.

    What cannot be read any more stays as it was when it last could, and the reason is beside it.
    Safe among threads.

    Args:
        folder: The folder.
        publication: A ``toolkit.toml``; by default the one in the folder, if there is one.
    """

    def __init__(self, folder: Path, publication: Path | None = None) -> None:
        self.folder = folder
        self._file = publication or folder / NAME
        self._is_named = publication is not None
        self._lock = threading.Lock()
        self._memory = Memory()
        self._skipped = Skipped()
        self._snapshot = self._first()

    @property
    def snapshot(self) -> Snapshot:
        """The folder as it was read last."""
        return self._snapshot

    @property
    def file(self) -> Path:
        """The publication's file, which need not be there."""
        return self._file

    @property
    def watched(self) -> tuple[Path, ...]:
        """The folders whose changes show on the pages."""
        snapshot = self._snapshot
        named = (
            self.folder,
            self._file.parent,
            *snapshot.publication.own_folders,
            TEMPLATES,
            CATALOGUES,
        )
        existing = dict.fromkeys(path.resolve() for path in named if path.is_dir())
        return tuple(
            path
            for path in existing
            if not any(path != other and path.is_relative_to(other) for other in existing)
        )

    def reload(self, changed: Iterable[Path]) -> Change:
        """Read again what has changed.

        Args:
            changed: Files that were written, made or deleted.

        Returns:
            What is different now.
        """
        with self._lock:
            files = tuple(path for path in changed if not self._skipped.has(path))
            kinds = Kinds.of(files, self._snapshot.publication.own_folders)
            if kinds.pictures:
                self._memory.forget()
            before, self._snapshot = self._snapshot, self._next(kinds)
            return Change.between(before, self._snapshot, kinds)

    def _first(self) -> Snapshot:
        self._snapshot = Snapshot()
        return self._next(Kinds.everything())

    def _next(self, kinds: Kinds) -> Snapshot:
        before, read = self._snapshot, _Read([])
        publication = self._publication(read)
        theme = self._theme(publication, kinds, read)
        articles = self._articles(publication, read)
        number = before.number + 1
        return Snapshot(
            number=number,
            surroundings=number if kinds.are_around else before.surroundings,
            publication=publication,
            theme=theme,
            articles={article.id: article for article in articles},
            failures=tuple(read.failures),
        )

    def _publication(self, read: _Read) -> Publication:
        if not (self._is_named or self._file.is_file()):
            return Publication()
        try:
            return Publication.load(self._file)
        except ToolkitError as error:
            read.failures.extend(error.diagnostics)
            return self._snapshot.publication

    def _theme(self, publication: Publication, kinds: Kinds, read: _Read) -> Theme:
        before = self._snapshot
        folder = publication.theme_folder
        if not kinds.theme and folder == before.publication.theme_folder:
            return before.theme
        try:
            return Theme(folder)
        except ToolkitError as error:
            read.failures.extend(error.located(file=str(self._file)).diagnostics)
            return before.theme

    def _articles(self, publication: Publication, read: _Read) -> tuple[Article, ...]:
        self._skipped = Skipped.of(self.folder)
        read.failures.extend(self._skipped.findings)
        skip = [*publication.own_folders, *self._skipped.paths]
        found = load_collection([self.folder], skip=skip, report=read.report, memory=self._memory)
        failed = {group_of(Path(one.file)) for one in found.failures if one.file}
        kept = {
            article.id: article
            for article in self._snapshot.articles.values()
            if article.file and group_of(Path(article.file)) in failed
        }
        good = {article.id: article for article in found.articles}
        return tuple({**good, **kept}.values())


def concerning(article: Article, failures: Some[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the failures that are in the files of an article.

    Args:
        article: The article.
        failures: Failures of any files.
    """
    if article.file is None:
        return ()
    own = group_of(Path(article.file))
    return tuple(one for one in failures if one.file and group_of(Path(one.file)) == own)
