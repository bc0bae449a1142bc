"""Where translations of labels are written: the publication's own folder, made when it is needed.

A publication that has no folder of labels shows the built-in ones, which belong to the toolkit:
they are changed only where the preview was started with ``--edit-built-in`` in a checkout of it.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from toolkit.article import Publication
from toolkit.errors import CatalogueError, Diagnostic, PublicationError
from toolkit.language import PSEUDO_LOCALES
from toolkit.preview.context import Context
from toolkit.preview.wordings import folder_of
from toolkit.render.output import write_whole
from toolkit.translation.folder import Folder

__all__ = ["Desk", "Obstacle", "make_folder"]

Obstacle = Literal["none", "no-folder", "pseudo", "source", "installed"]
"""Why nothing can be changed: there is no folder, it is a pseudo-locale, it is the English
source, or the catalogues belong to an installed package."""

_NAME: Final = "labels"
_HEAD: Final = re.compile(r"\A(?:\ufeff)?(?:[ \t]*(?:#.*)?\r?\n)*?(?=[ \t]*[^\s#]|\Z)")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one publication's labels are changed.

    Args:
        publication: The publication.
        edits_built_in: Whether the built-in catalogues may be changed.
    """

    publication: Publication
    edits_built_in: bool = False

    @classmethod
    def of(cls, preview: Context) -> "Desk":
        """Return where the labels of the publication that is shown are changed."""
        return cls(preview.workspace.snapshot.publication, preview.settings.edits_built_in)

    def obstacle(self, tag: str) -> Obstacle:
        """Return why the labels of a language cannot be changed, or ``none``.

        Args:
            tag: BCP 47 tag of the language.
        """
        if tag in PSEUDO_LOCALES:
            return "pseudo"
        if self.publication.labels:
            return "none"
        if not self.edits_built_in:
            return "no-folder"
        try:
            Folder().refuse_if_installed()
        except CatalogueError:
            return "installed"
        return "source" if tag == "en" else "none"

    def folder(self) -> Folder:
        """Return the folder whose catalogues are changed.

        Raises:
            PublicationError: The publication's own is missing.
        """
        return folder_of(self.publication)


def make_folder(file: Path) -> Path:
    """Make a publication's folder of labels, and name it in its settings.

    Args:
        file: The publication's file, which need not be there; the folder is made beside it.

    Returns:
        The folder.

    Raises:
        PublicationError: The settings name a folder already, are damaged, or cannot be written.
    """
    folder = file.parent / _NAME
    try:
        text = file.read_bytes().decode("utf-8") if file.is_file() else ""
        settings = _named(text, file)
        folder.mkdir(exist_ok=True)
        write_whole(file, settings.encode())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _refused(file, f"cannot be changed: {error}") from error
    return folder


def _named(text: str, file: Path) -> str:
    """Return settings that name the folder, after the comment that they begin with."""
    old = tomllib.loads(text.removeprefix("\ufeff"))
    if "labels" in old:
        raise _refused(file, "names a folder of labels already")
    head = _HEAD.match(text)
    at = head.end() if head else 0
    end = "\r\n" if "\r\n" in text else "\n"
    new = f'{text[:at]}labels = "{_NAME}"{end}{text[at:]}'
    if tomllib.loads(new.removeprefix("\ufeff")) != {**old, "labels": _NAME}:
        raise _refused(file, "cannot be changed without harm")
    return new


def _refused(file: Path, reason: str) -> PublicationError:
    remedy = f'Write labels = "{_NAME}" into it, and make that folder beside it'
    return PublicationError(
        Diagnostic(code="labels-folder", reason=reason, remedy=remedy, file=str(file))
    )
