"""What of a folder is not shown: rendered pages, and what links out of it lead to."""

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit.errors import Diagnostic
from toolkit.render.fonts import faces
from toolkit.render.paths import ASSETS

__all__ = ["Skipped"]

_ASSETS = ASSETS.rstrip("/")


@dataclass(frozen=True, slots=True)
class Skipped:
    """What is not shown of a folder.

    Args:
        outputs: Folders of rendered pages, known by our fonts beside them.
        links: Links that lead out of the folder.
    """

    outputs: tuple[Path, ...] = ()
    links: tuple[Path, ...] = ()

    @classmethod
    def of(cls, folder: Path) -> "Skipped":
        """Return what is not shown of a folder."""
        home = os.path.realpath(folder)
        outputs: list[Path] = []
        links: list[Path] = []
        for root, folders, files in os.walk(folder):
            if _ASSETS in folders and _has_fonts(Path(root, _ASSETS)):
                outputs.append(Path(root))
                folders.clear()
                continue
            for name in (*folders, *files):
                path = Path(root, name)
                if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(home):
                    links.append(path)
        return cls(tuple(outputs), tuple(links))

    @property
    def paths(self) -> tuple[Path, ...]:
        """Folders, and targets of links, that hold no article of the folder."""
        return (*self.outputs, *(Path(os.path.realpath(link)) for link in self.links))

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What the publisher is told about the links."""
        return tuple(
            Diagnostic(
                code="link-outside",
                reason="is a link that leads out of the folder",
                remedy="Put the file itself into the folder",
                severity="warning",
                file=str(link),
            )
            for link in self.links
        )

    def has(self, path: Path) -> bool:
        """Tell whether a file is among rendered pages."""
        resolved = path.resolve()
        return any(resolved.is_relative_to(output.resolve()) for output in self.outputs)


def _has_fonts(assets: Path) -> bool:
    return any((assets / font).is_file() for font in _fonts())


@cache
def _fonts() -> tuple[str, ...]:
    return tuple(face.asset for face in faces("web"))
