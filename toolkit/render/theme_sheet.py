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
_IMPORT = re.compile(
    r"""/\*.*?\*/|"[^"\n]*"|'[^'\n]*'|(?P<rule>@import\b[^;\n]*)""", re.IGNORECASE | re.DOTALL
)
_FONTS = frozenset({".ttf", ".otf", ".woff", ".woff2"})
_SIGNATURES = (b"\0\1\0\0", b"true", b"OTTO", b"wOFF", b"wOF2")
"""https://learn.microsoft.com/typography/opentype/spec/otff, https://www.w3.org/TR/WOFF2/."""
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
            ThemeError: A file is missing, too large, not in the theme's folder, or not UTF-8; a
                font is damaged; or the style sheet imports another.
        """
        if not path.is_file():
            return cls()
        try:
            css = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise _error(path, "the file cannot be read as UTF-8 text") from error
        _refuse_imports(path, css)
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
    if path.suffix.lower() in _FONTS and not data.startswith(_SIGNATURES):
        remedy = "Put the font there again, as TrueType, OpenType, WOFF or WOFF2"
        raise _error(sheet, f"“{url[:80]}” is damaged, or no font", remedy)
    return ThemeFile(f"{hashlib.sha256(data).hexdigest()[:16]}{path.suffix.lower()}", data)


def _refuse_imports(sheet: Path, css: str) -> None:
    """Refuse ``@import``: it must come first (https://www.w3.org/TR/css-cascade-4/#at-import).

    A theme's rules come last, so that nobody would follow it; and a page reads no other address.
    """
    for found in _IMPORT.finditer(css):
        if rule := found["rule"]:
            remedy = "Copy its rules into the style sheet, and delete the @import"
            line = css.count("\n", 0, found.start()) + 1
            reason = f"“{rule.strip()[:80]}” reads another style sheet, which a theme cannot"
            raise _error(sheet, reason, remedy, line)


def _error(
    sheet: Path,
    reason: str,
    remedy: str = "Put the file there, or take its address out of the style sheet",
    line: int | None = None,
) -> ThemeError:
    return ThemeError(
        Diagnostic(code="theme", reason=reason, remedy=remedy, file=str(sheet), line=line)
    )
