"""A theme's own style sheet, ``theme.css``: the last word on paper and on screen.

The fonts and pictures that it reads lie in the theme's folder.  Pages refer to them by a name that
tells their content.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.errors import Diagnostic, ThemeError

__all__ = ["ThemeFile", "ThemeSheet"]

_ADDRESS = re.compile(r"""url\(\s*(["']?)(?!data:|#)([^"')]*)\1\s*\)""", re.IGNORECASE)
_MOST = 4_000_000
"""Bytes of a font or picture."""


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A font or picture of a theme.

    Args:
        name: File name made from a digest of its content.
        data: Its content.
    """

    name: str
    data: bytes

    def read(self) -> bytes:
        """Return its content."""
        return self.data


@dataclass(frozen=True, slots=True)
class ThemeSheet:
    """A style sheet and what it reads.

    Args:
        css: The rules.
        files: What each ``url()`` stands for.
    """

    css: str = ""
    files: Mapping[str, ThemeFile] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> "ThemeSheet":
        """Read a style sheet and the files that it names.

        Args:
            path: The style sheet; where it does not exist, the theme has none.

        Raises:
            ThemeError: A file is missing, too large, not in the theme's folder, or not UTF-8.
        """
        if not path.is_file():
            return cls()
        try:
            css = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _error(path, "the file cannot be read as UTF-8 text") from error
        return cls(css, {url: _read(path, url) for _, url in _ADDRESS.findall(css)})

    @property
    def assets(self) -> Mapping[str, ThemeFile]:
        """The files by the names that pages refer to."""
        return {file.name: file for file in self.files.values()}

    def text(self, prefix: str) -> str:
        """Return the rules with the addresses of a page.

        Args:
            prefix: What stands before the name of a file, such as ``assets/``.
        """
        return _ADDRESS.sub(lambda found: f'url("{prefix}{self.files[found[2]].name}")', self.css)


def _read(sheet: Path, url: str) -> ThemeFile:
    folder = sheet.parent.resolve()
    path = (folder / url).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        raise _error(sheet, f"“{url[:80]}” is no file of the theme's folder")
    if path.stat().st_size > _MOST:
        raise _error(sheet, f"“{url[:80]}” has more than {_MOST:,} bytes")
    data = path.read_bytes()
    return ThemeFile(f"{hashlib.sha256(data).hexdigest()[:16]}{path.suffix.lower()}", data)


def _error(sheet: Path, reason: str) -> ThemeError:
    remedy = "Put the file there, or take its address out of the style sheet"
    return ThemeError(Diagnostic(code="theme", reason=reason, remedy=remedy, file=str(sheet)))
