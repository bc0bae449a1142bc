"""What is said of a text: its paragraphs, runs, tokens and controls."""

from dataclasses import dataclass
from typing import Literal

from toolkit.direction.explain.invisible import Invisible
from toolkit.direction.script import Direction

__all__ = ["ExplainedParagraph", "ExplainedToken", "Explanation", "Order", "Reason", "Run"]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a paragraph has its base direction.

    Args:
        kind: ``declared``; ``language``, that of the language; ``first-strong``, that of the
            first strong character (P2, P3); ``none``, left to right because nothing decides.
        place: Place of the first strong character, or ``None``.
    """

    kind: Literal["declared", "language", "first-strong", "none"]
    place: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one embedding level and one script.

    Args:
        start: Place of its first character.
        end: Place after its last.
        text: Its characters.
        level: Embedding level, after rule L1.
        direction: The direction of that level.
        script: ISO 15924 code of its letters, or ``None``.
        lang: BCP 47 tag of their language as far as letters tell, or ``None``.
    """

    start: int
    end: int
    text: str
    level: int
    direction: Direction
    script: str | None
    lang: str | None


@dataclass(frozen=True, slots=True)
class Order:
    """The runs of a paragraph set in one line.

    Args:
        runs: The runs in the order of the text.
        visual: Their indices from the leftmost to the rightmost.
    """

    runs: tuple[Run, ...]
    visual: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ExplainedToken:
    """A string that reads as one thing, such as ``C++``.

    Args:
        start: Place of its first character.
        end: Place after its last.
        text: Its characters.
        kind: Name of the rule that found it.
        direction: The direction it reads in.
        lang: BCP 47 tag if it is language, else ``None``.
    """

    start: int
    end: int
    text: str
    kind: str
    direction: Direction
    lang: str | None


@dataclass(frozen=True, slots=True)
class ExplainedParagraph:
    """One paragraph.

    Args:
        text: Its characters, without the paragraph separator.
        lang: BCP 47 tag of its language, as declared or as far as letters tell.
        base: Base direction.
        reason: Why that is its base direction.
        order: How the toolkit sets it, with phrases and tokens of the other direction isolated.
        plain: How UAX#9 alone would set it; ``None`` where the order is the same.
        tokens: The tokens in it.
        invisible: The characters in it that cannot be seen.
        label: What it is called, such as a field of an article, or ``None``.
    """

    text: str
    lang: str
    base: Direction
    reason: Reason
    order: Order
    plain: Order | None
    tokens: tuple[ExplainedToken, ...]
    invisible: tuple[Invisible, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a text is set as it is.

    Args:
        paragraphs: Its paragraphs that hold something.
    """

    paragraphs: tuple[ExplainedParagraph, ...]
