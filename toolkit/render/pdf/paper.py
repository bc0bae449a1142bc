"""Paper sizes and the margins of a spread."""

import re
from dataclasses import dataclass

from toolkit.errors import Diagnostic, RenderError

__all__ = ["SIZES", "Paper"]

SIZES = {"A4": (210.0, 297.0), "A5": (148.0, 210.0), "Letter": (215.9, 279.4)}
"""Width and height in millimetres (ISO 216; ANSI A)."""

_CUSTOM = re.compile(r"(\d{2,4}(?:\.\d+)?)mm *[x×]? *(\d{2,4}(?:\.\d+)?)mm")

# Shares of the paper's width: the inner margin goes into the binding, the outer one is wide
# enough to bring the column to 60-70 characters.
_INNER = 0.125
_OUTER = 0.215

# Share of the height that a lead picture may take on the first page.
_LEAD = 0.32

# Millimetres that two facing hemistichs need; in a narrower column they are stacked.
_VERSE = 125
_STACKED = (
    ".facing, .facing .beyt, .facing .hemistich { display: block }"
    ".facing .hemistich { white-space: normal; text-align: start; text-align-last: start }"
    ".hemistich + .hemistich { padding-inline-start: 24pt }"
    ".beyt + .beyt { margin-block-start: 4pt }"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """The paper that a document is set on.

    Args:
        width: Millimetres.
        height: Millimetres.
    """

    width: float
    height: float

    @classmethod
    def named(cls, name: str) -> "Paper":
        """Return a paper by its name.

        Args:
            name: One of :data:`SIZES` in any case, or a size such as ``170mm x 240mm``.

        Raises:
            RenderError: The name is none of these, or the size not one to print on.
        """
        sizes = {known.lower(): size for known, size in SIZES.items()}
        custom = _CUSTOM.fullmatch(name.strip())
        if name.strip().lower() in sizes:
            return cls(*sizes[name.strip().lower()])
        if custom and all(80 <= float(side) <= 1500 for side in custom.groups()):
            return cls(float(custom[1]), float(custom[2]))
        reason = f"the page size “{name[:40]}” is unknown"
        remedy = f"Use {', '.join(SIZES)} or two sides from 80 to 1500 mm, such as 170mm x 240mm"
        raise RenderError(Diagnostic(code="page-size", reason=reason, remedy=remedy))

    @property
    def css(self) -> str:
        """The page's size and margins, mirrored on the two pages of a spread.

        CSS Paged Media 3, ``:left`` and ``:right``; ``--reach`` is what a first page's masthead
        and headline take of the outer margin.
        """
        inner, outer = round(self.width * _INNER, 1), round(self.width * _OUTER, 1)
        narrow = "" if self.width - inner - outer >= _VERSE else _STACKED
        return (
            f"@page {{ size: {self.width}mm {self.height}mm }}"
            f"@page :left {{ margin-left: {outer}mm; margin-right: {inner}mm }}"
            f"@page :right {{ margin-left: {inner}mm; margin-right: {outer}mm }}"
            f":root {{ --reach: {round(outer - inner, 1)}mm;"
            f" --lead-height: {round(self.height * _LEAD)}mm }}{narrow}"
        )
