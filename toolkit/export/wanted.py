"""Which files are to be made: those that are missing, or that depend on something that changed."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from toolkit.export.events import Phase, Skipped
from toolkit.export.fingerprint import fingerprint_of_article, fingerprint_of_front
from toolkit.export.kinds import FRONT, Kinds
from toolkit.export.manifest import Manifest
from toolkit.export.order import Order
from toolkit.export.records import Entry, Output, Version, What
from toolkit.export.task import Task
from toolkit.export.teller import Teller
from toolkit.language import Locale
from toolkit.render.formats import SUFFIXES
from toolkit.render.lists import ALONE
from toolkit.render.page import LATEST
from toolkit.render.paths import ASSETS, article_path, front_path
from toolkit.sources.relations import unknown

__all__ = ["Target", "Wanted", "WantedFiles"]

_MANY = 65_536
"""Files in ``assets/`` that are remembered to be there."""

_MOST = LATEST["web"]


@dataclass(frozen=True, slots=True)
class Target:
    """A file to make.

    Args:
        path: From the folder of the results.
        what: What it shows.
        fingerprint: All that it depends on.
    """

    path: str
    what: What
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class WantedFiles:
    """A task for a worker, and the files that it makes.

    Args:
        task: The task.
        targets: The files, one for each of its pages.
        source: The article's file, or ``None``.
    """

    task: Task
    targets: tuple[Target, ...]
    source: str | None = None

    def part(self, first: int, last: int | None = None) -> "WantedFiles":
        """Return the same for some of the pages, those from one index to another."""
        task = replace(self.task, pages=self.task.pages[first:last])
        return replace(self, task=task, targets=self.targets[first:last])


class Wanted:
    """Finds out what is to be made.

    Args:
        order: The export.
        kinds: What outputs depend on beside the articles.
        manifest: Knows the articles, and what was made.
        tell: Receives what is there already, and warnings.
    """

    def __init__(self, order: Order, kinds: Kinds, manifest: Manifest, tell: Teller) -> None:
        self._order, self._kinds, self._tell = order, kinds, tell
        self._articles, self._outputs = manifest.articles, manifest.outputs
        self._locales = tuple(dict.fromkeys(map(Locale.parse, order.languages)))
        self._newest = lru_cache(maxsize=8)(self._articles.newest)
        self._assets: set[str] = set()

    def find(self) -> Iterator[WantedFiles]:
        """Yield what is to be made: the articles, then the front pages."""
        count = self._articles.count()
        has_fronts = "html" in self._order.formats and count > 1
        files = count * len(self._order.formats) + has_fronts
        self._tell(Phase("making", files * len(self._locales)))
        for entry in self._articles.good():
            found = [*self._of_article(entry)]
            if found and count > 1:
                self._tell_of_unknown(entry)
            yield from found
        if has_fronts:
            yield from self._fronts()

    def _of_article(self, entry: Entry) -> Iterator[WantedFiles]:
        """Yield a task for each language with a PDF, which takes long; or else one for all."""
        latest, related = self._listed(entry)
        missing = self._missing(
            [
                self._target(name, entry, locale, latest, related)
                for locale in self._locales
                for name in self._order.formats
            ]
        )
        others = tuple(one.version for one in (*latest, *related))
        for targets in _shared_out(missing):
            is_text = all(target.what.format == "text" for target in targets)
            yield _wanted(targets, entry.version, () if is_text else others, entry.facts.file)

    def _target(
        self,
        name: str,
        entry: Entry,
        locale: Locale,
        latest: Sequence[Entry],
        related: Sequence[Entry],
    ) -> Target:
        made_of = fingerprint_of_article(
            self._kinds.get(name, locale.tag),
            entry.facts,
            latest=[one.facts for one in latest],
            related=[one.facts for one in related],
        )
        path = article_path(entry.facts.id, locale, SUFFIXES[name])
        return Target(path, What(entry.facts.id, locale.tag, name), made_of)

    def _fronts(self) -> Iterator[WantedFiles]:
        newest = self._articles.newest(ALONE)
        for locale in self._locales:
            kind = self._kinds.get(FRONT, locale.tag)
            made_of = fingerprint_of_front(kind, (one.facts for one in newest))
            target = Target(front_path(locale), What(None, locale.tag, "html"), made_of)
            if self._missing([target]):
                yield _wanted([target], None, tuple(one.version for one in newest))

    def _listed(self, entry: Entry) -> tuple[Sequence[Entry], Sequence[Entry]]:
        """Return the newest other articles and the related ones, as a page lists them."""
        names = dict.fromkeys(entry.facts.related)
        related = [found for name in names if (found := self._articles.get(name))]
        left_out = {entry.rank, *(other.rank for other in related)}
        newest = self._newest(_MOST + len(left_out))
        return [other for other in newest if other.rank not in left_out][:_MOST], related

    def _missing(self, targets: Sequence[Target]) -> list[Target]:
        missing = [target for target in targets if not self._is_there(target)]
        if there := len(targets) - len(missing):
            self._tell(Skipped(there))
        return missing

    def _is_there(self, target: Target) -> bool:
        known = self._outputs.get(target.path) if self._order.is_resuming else None
        return (
            known is not None
            and known.is_made
            and known.fingerprint == target.fingerprint
            and self._is_whole(target.path, known)
            and all(map(self._is_asset, known.assets))
        )

    def _is_whole(self, path: str, known: Output) -> bool:
        """Return whether a file is as it was made."""
        file = self._order.out / path
        try:
            if self._order.is_verifying:
                with file.open("rb") as opened:
                    return hashlib.file_digest(opened, "sha256").hexdigest() == known.digest
            found = file.stat()
        except OSError:
            return False
        return (found.st_size, found.st_mtime_ns) == (known.size, known.changed)

    def _is_asset(self, name: str) -> bool:
        """Return whether a file is in ``assets/``; one that is missing may come with a page."""
        if name in self._assets:
            return True
        is_there = (self._order.out / ASSETS / name).is_file()
        if is_there and len(self._assets) < _MANY:
            self._assets.add(name)
        return is_there

    def _tell_of_unknown(self, entry: Entry) -> None:
        """Warn of ids that the article names and that no article has."""
        self._tell.findings(
            unknown(entry.facts.file, field, name)
            for field, name in entry.facts.names
            if self._articles.get(name) is None
        )


def _shared_out(targets: Sequence[Target]) -> Iterator[Sequence[Target]]:
    if any(target.what.format == "pdf" for target in targets):
        for _, some in groupby(targets, key=lambda target: target.what.locale):
            yield [*some]
    elif targets:
        yield targets


def _wanted(
    targets: Sequence[Target],
    article: Version | None,
    others: tuple[Version, ...],
    source: str | None = None,
) -> WantedFiles:
    pages = tuple((target.what.locale or "", target.what.format or "") for target in targets)
    return WantedFiles(Task(pages, article, others), tuple(targets), source)
