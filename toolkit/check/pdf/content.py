"""What a page shows: text and drawings by the marked content they are in (ISO 32000-2, 14.6)."""

from dataclasses import dataclass, field

from pikepdf import Object

from toolkit.check.pdf.tree import Mark

__all__ = ["PageContent", "Shown"]


@dataclass(slots=True)
class Shown:
    """What one marked-content sequence shows.

    Args:
        bottom: Height of its first baseline over the page's lower edge, in points.
        left: Place of its first text from the left edge, in points.
        parts: Its text in pieces, each with the language that is written on it, or ``None``.
        baseline: Height of its last baseline.
    """

    bottom: float | None = None
    left: float = 0.0
    parts: list[tuple[str | None, str]] = field(default_factory=list)
    baseline: float | None = None

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(piece for _, piece in self.parts)


@dataclass(slots=True)
class PageContent:
    """What one page shows.

    Args:
        index: Number of the page, from 0.
        number: Its object number.
        box: Left, lower, right and upper edge of its media box, in points.
        shown: By marked content, in the order of the content stream.
        repeated: Identifiers that stand on more than one sequence.
        untagged: Text that is neither owned by an element nor an artifact.
        drawings: How many drawings are neither.
        fonts: The fonts that it shows text in, by name.
        is_whole: Whether all of it was read.
    """

    index: int
    number: int
    box: tuple[float, ...]
    shown: dict[Mark, Shown] = field(default_factory=dict)
    repeated: list[int] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)
    drawings: int = 0
    fonts: dict[str, Object] = field(default_factory=dict)
    is_whole: bool = True
