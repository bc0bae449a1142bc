"""What a PDF is made for, and the standards that it claims: the table ``data/profiles.toml``."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.errors import Diagnostic, RenderError

__all__ = ["PROFILES", "Profile"]

_FILE: Final = Path(__file__).parent / "data" / "profiles.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One profile.

    Args:
        name: What it is chosen by.
        summary: What it is, in a few words.
        variant: WeasyPrint's name for its base, or ``None`` for a plain PDF.
        ua: Part of PDF/UA (ISO 14289) that it claims, or ``None``.
        a: Part and level of PDF/A (ISO 19005) that it claims, such as ``3A``, or ``None``.
        x: Version of PDF/X (ISO 15930) that it claims, or ``None``.
        refuses: Codes of the warnings that are errors here.
        css: What it adds to the style sheets.
    """

    name: str
    summary: str
    variant: str | None = None
    ua: int | None = None
    a: str | None = None
    x: str | None = None
    refuses: tuple[str, ...] = ()
    css: str = ""

    @classmethod
    def named(cls, name: str) -> "Profile":
        """Return a profile by its name.

        Args:
            name: One of :data:`PROFILES`.

        Raises:
            RenderError: It is unknown.
        """
        if name not in PROFILES:
            reason = f"the PDF profile “{name[:40]}” is unknown"
            remedy = f"Use one of: {', '.join(PROFILES)}"
            raise RenderError(Diagnostic(code="unknown-profile", reason=reason, remedy=remedy))
        return PROFILES[name]


PROFILES: Final[Mapping[str, Profile]] = {
    name: Profile(**{"name": name, **row, "refuses": tuple(row.get("refuses", ()))})
    for name, row in tomllib.loads(_FILE.read_text("utf-8")).items()
}
"""All profiles by name."""
