"""What has changed in a folder, as the pages need to know it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.article.publication import NAME
from toolkit.resources import CATALOGUES, TEMPLATES
from toolkit.sources.registry import readers

if TYPE_CHECKING:
    from toolkit.preview.snapshot import Snapshot

__all__ = ["Change", "Kinds"]

_CATALOGUES = (".po", ".pot", ".mo")


@dataclass(frozen=True, slots=True)
class Kinds:
    """Of what kinds the files are that changed.

    Args:
        labels: A catalogue of labels.
        theme: A template, style sheet, or another file of the theme.
        publication: The publication's settings.
        pictures: A picture, or something else that articles may name.
    """

    labels: bool = False
    theme: bool = False
    publication: bool = False
    pictures: bool = False

    @classmethod
    def everything(cls) -> "Kinds":
        """Return what is changed before the first reading."""
        return cls(labels=True, theme=True, publication=True)

    @property
    def are_around(self) -> bool:
        """Whether what stands around every article is concerned."""
        return self.labels or self.theme or self.publication

    @classmethod
    def of(cls, changed: Iterable[Path], own: Iterable[Path]) -> "Kinds":
        """Return the kinds of some files.

        Args:
            changed: The files.
            own: Folders of the publication's own theme and labels.
        """
        folders = tuple(path.resolve() for path in (*own, TEMPLATES, CATALOGUES))
        found = {_kind(file, folders) for file in changed}
        return cls(**{kind: True for kind in found if kind})


def _kind(file: Path, own: tuple[Path, ...]) -> str | None:
    """Return the name of the field for a file, or ``None`` for an article."""
    if file.suffix in _CATALOGUES:
        return "labels"
    if file.name == NAME:
        return "publication"
    if any(file.resolve().is_relative_to(folder) for folder in own):
        return "theme"
    return None if file.suffix.lower() in readers() else "pictures"


@dataclass(frozen=True, slots=True)
class Change:
    """What is different from before.

    Args:
        articles: Ids of the articles that are new, changed or gone.
        labels: Whether labels were written.
        theme: Whether the theme was.
        publication: Whether the publication's settings were.
        pictures: Whether pictures were, or other files that articles may name.
        failures: How many files cannot be read as they are now.
    """

    articles: tuple[str, ...]
    labels: bool
    theme: bool
    publication: bool
    pictures: bool
    failures: int

    @classmethod
    def between(cls, before: "Snapshot", now: "Snapshot", kinds: Kinds) -> "Change":
        """Return the difference between two readings of a folder."""
        ids = {*before.articles, *now.articles}
        differing = (one for one in ids if before.articles.get(one) != now.articles.get(one))
        return cls(tuple(sorted(differing)), **asdict(kinds), failures=len(now.failures))

    def as_dict(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return asdict(self)
