"""A folder of label catalogues: the built-in one, or a publication's own."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import polib

from toolkit.errors import CatalogueError, Diagnostic
from toolkit.language.messages import catalogue_files
from toolkit.language.tag import normalise
from toolkit.resources import CATALOGUES, PACKAGE, TEMPLATES
from toolkit.translation.document import Document

__all__ = ["Folder"]

_TEMPLATE = "labels.pot"


@dataclass(frozen=True)
class Folder:
    """A folder of PO files named by language, and of the template ``labels.pot``.

    Args:
        path: The folder; by default the built-in one.
        theme: Folder of a publisher's templates, which may use labels too, or ``None``.

    Raises:
        CatalogueError: There is no such folder.
    """

    path: Path = field(default=CATALOGUES)
    theme: Path | None = None

    def __post_init__(self) -> None:
        if not self.path.is_dir():
            remedy = "Correct the path, or make the folder"
            raise self._error("There is no such folder of label catalogues", remedy)

    @property
    def is_built_in(self) -> bool:
        """Whether it is the toolkit's own."""
        return self.path.resolve() == CATALOGUES

    @property
    def template_path(self) -> Path:
        """Where the folder's own template stands, if it has one."""
        return self.path / _TEMPLATE

    @property
    def defines_labels(self) -> bool:
        """Whether the folder has a template: the list of its own labels is complete."""
        return self.template_path.is_file()

    @cached_property
    def files(self) -> dict[str, Path]:
        """The PO files by BCP 47 tag.

        Raises:
            CatalogueError: A file is not named by a language, or two by the same.
        """
        found = catalogue_files(self.path)
        return {tag: path for tag, path in found.items() if path.suffix == ".po"}

    @cached_property
    def sources(self) -> dict[str, polib.POEntry]:
        """The English of every label by id, in order: the folder's own after the built-in ones.

        Raises:
            CatalogueError: A template is damaged.
        """
        return {**_sources(CATALOGUES / _TEMPLATE), **self.own_sources}

    @cached_property
    def own_sources(self) -> dict[str, polib.POEntry]:
        """The English of the labels that the folder's own template defines, by id, in order.

        Raises:
            CatalogueError: The template is damaged.
        """
        return _sources(self.template_path) if self.defines_labels else {}

    @cached_property
    def shown(self) -> frozenset[str]:
        """Ids of the labels that the built-in templates and the theme's show.

        Raises:
            ThemeError: A template cannot be read.
        """
        from toolkit.translation.usage import used_in_templates

        return used_in_templates(self.theme)

    def file(self, tag: str) -> Path:
        """Return the PO file of a language, also where it does not exist yet.

        Raises:
            LocaleError: It is no BCP 47 tag.
        """
        tag = normalise(tag)
        return self.files.get(tag, self.path / f"{tag.replace('-', '_')}.po")

    def refuse_if_installed(self) -> None:
        """Refuse to change the catalogues of an installed package.

        Raises:
            CatalogueError: The folder is the built-in one and not in a checkout.
        """
        if self.is_built_in and TEMPLATES.is_relative_to(PACKAGE):
            reason = "These catalogues belong to the installed package"
            raise self._error(reason, "Name a folder of your own with --folder")

    def _error(self, reason: str, remedy: str) -> CatalogueError:
        found = Diagnostic(code="bad-catalogue", reason=reason, remedy=remedy, file=str(self.path))
        return CatalogueError(found)


def _sources(template: Path) -> dict[str, polib.POEntry]:
    labels = Document.read(template).labels
    return {label: block.entry for label, block in labels.items() if block.entry}
