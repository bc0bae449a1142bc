"""The publications and themes that a request can name: a table, never a path from a request."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from toolkit.article import Publication
from toolkit.article.characters import excerpt
from toolkit.article.publication import NAME
from toolkit.errors import Diagnostic, PublicationError, ThemeError
from toolkit.render import Theme
from toolkit.service.problems import Problem
from toolkit.workers import Setting

__all__ = ["Places"]


@dataclass(frozen=True)
class Places:
    """Folders of the server by the names that requests use.

    Args:
        publication: A ``toolkit.toml`` for requests that name none; ``None`` for a neutral one.
        publications: Others by name.
        themes: Folders of themes by name.
    """

    publication: Path | None = None
    publications: Mapping[str, Path] = field(default_factory=dict)
    themes: Mapping[str, Path] = field(default_factory=dict)

    @classmethod
    def within(
        cls,
        publication: Path | None = None,
        publications: Path | None = None,
        themes: Path | None = None,
    ) -> "Places":
        """Return the places in some folders: each of their folders by its own name.

        Args:
            publication: A ``toolkit.toml`` for requests that name none.
            publications: A folder whose folders have a ``toolkit.toml``.
            themes: A folder of themes.

        Raises:
            PublicationError: A publication or the folder of them is missing or broken.
            ThemeError: A theme or the folder of them is.
        """
        named = {
            name: folder / NAME
            for name, folder in _folders(publications, PublicationError).items()
            if (folder / NAME).is_file()
        }
        found = cls(publication, named, _folders(themes, ThemeError))
        for file in filter(None, (publication, *named.values())):
            Theme.of(Publication.load(file).theme_folder)
        return found

    def setting(self, locale: str, publication: str | None, theme: str | None) -> Setting:
        """Return what to make a renderer for.

        Args:
            locale: BCP 47 tag of the readers' language.
            publication: Name of a publication, or ``None`` for the service's own.
            theme: Name of a theme, or ``None`` for the publication's.

        Raises:
            Problem: There is no publication or theme of that name.
        """
        return Setting(
            locale,
            publication=self.publication_named(publication),
            theme=None if theme is None else _named(theme, self.themes, "theme"),
            version=self.version,
        )

    def publication_named(self, name: str | None) -> Path | None:
        """Return the file of a publication.

        Args:
            name: Its name, or ``None`` for the service's own.

        Raises:
            Problem: There is none of that name.
        """
        if name is None:
            return self.publication
        return _named(name, self.publications, "publication")

    @cached_property
    def version(self) -> str:
        """A digest of all files that results depend on, the same wherever those are the same."""
        digest = hashlib.sha256()
        for file in filter(None, (self.publication, *self.publications.values())):
            for path in _files_of(file):
                digest.update(path.read_bytes())
        for folder in self.themes.values():
            for path in _inside(folder):
                digest.update(path.read_bytes())
        return digest.hexdigest()


def _folders(within: Path | None, kind: type[PublicationError | ThemeError]) -> dict[str, Path]:
    if within is None:
        return {}
    try:
        return {path.name: path for path in sorted(within.iterdir()) if path.is_dir()}
    except OSError as error:
        reason, remedy = f"cannot be read: {error.strerror}", "Name a folder of folders"
        raise kind(
            Diagnostic(code="folder-missing", reason=reason, remedy=remedy, file=str(within))
        ) from error


def _named(name: str, known: Mapping[str, Path], field: str) -> Path:
    if name in known:
        return known[name]
    reason = f"the service has no {field} of this name"
    remedy = f"Use {', '.join(known)}" if known else f"Leave {field} out"
    shown = excerpt(name)
    raise Problem(
        "invalid",
        Diagnostic(code="unknown-value", reason=reason, remedy=remedy, field=field, excerpt=shown),
    )


def _files_of(publication: Path) -> Iterator[Path]:
    """Yield the files that the look of a publication's pages depends on."""
    settings = Publication.load(publication)
    yield publication
    for folder in filter(None, (settings.theme_folder, settings.labels_folder)):
        yield from _inside(folder)
    picture = settings.logo_picture()
    if picture and picture.path:
        yield picture.path
    if settings.output_profile_file:
        yield settings.output_profile_file


def _inside(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
