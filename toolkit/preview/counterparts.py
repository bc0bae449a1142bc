"""Which paragraphs of an article have no counterpart in another language, and which fields.

Nothing here reads two languages.  Units of the same kind are paired in order, by what a
translation keeps (numbers, names, links) and by length, after W. A. Gale and K. W. Church, "A
Program for Aligning Sentences in Bilingual Corpora" (https://aclanthology.org/J93-1004/).  So a
paragraph that a translator made two of is one with a counterpart and one without; and whether two
paragraphs say the same is for people to see.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from toolkit.article import Article
from toolkit.article.text import Localized
from toolkit.language import Locale
from toolkit.preview.units import Unit, units
from toolkit.render.edition import Edition

__all__ = ["Counterparts", "FieldGap", "align", "counterparts"]

_MOST_PAIRS = 1_000_000
_ANCHORED = 2.0
_FARTHEST = 1.2


@dataclass(frozen=True, slots=True)
class FieldGap:
    """A field that readers of one language get in another.

    Args:
        field: Its name, such as ``image.alt``.
        shown: BCP 47 tag of the language that they get it in.
    """

    field: str
    shown: str


@dataclass(frozen=True, slots=True)
class Counterparts:
    """How two language versions of an article differ.

    Args:
        only: Of each of the two, the units without a counterpart in the other one.
        pairs: Numbers of the blocks that are each other's counterparts.
        fields: Of each of the two, the fields that lack its language.
        verdict: ``compared``; ``same`` where both readers get one body; ``long`` where there are
            too many units to compare.
    """

    only: tuple[tuple[Unit, ...], tuple[Unit, ...]]
    pairs: tuple[tuple[int, int], ...]
    fields: tuple[tuple[FieldGap, ...], tuple[FieldGap, ...]]
    verdict: str

    @property
    def count(self) -> int:
        """How many gaps there are."""
        return sum(map(len, (*self.only, *self.fields)))


def counterparts(article: Article, left: Locale, right: Locale) -> Counterparts:
    """Compare what readers of two languages get of an article.

    Args:
        article: The article, prepared.
        left: The one locale.
        right: The other locale.
    """
    editions = Edition.of(article, left), Edition.of(article, right)
    fields = tuple(_gaps(editions[0])), tuple(_gaps(editions[1]))
    bodies = [edition.value(article.body) for edition in editions]
    if bodies[0] == bodies[1]:
        return Counterparts(((), ()), (), fields, "same")
    ours, theirs = (units(body[0] if body else "") for body in bodies)
    if len(ours) * len(theirs) > _MOST_PAIRS:
        return Counterparts(((), ()), (), fields, "long")
    pairs = align(ours, theirs)
    mine, yours = {i for i, _ in pairs}, {j for _, j in pairs}
    only = (
        tuple(unit for i, unit in enumerate(ours) if i not in mine),
        tuple(unit for j, unit in enumerate(theirs) if j not in yours),
    )
    numbers = tuple((ours[i].number, theirs[j].number) for i, j in pairs)
    return Counterparts(only, numbers, fields, "compared")


def align(ours: Sequence[Unit], theirs: Sequence[Unit]) -> list[tuple[int, int]]:
    """Pair the units of two versions, in order, so that the pairs fit best.

    Args:
        ours: The units of the one.
        theirs: The units of the other one.

    Returns:
        Indices of each pair, ascending.  Time and memory go with the product of the lengths.
    """
    usual = _usual_ratio(ours, theirs)
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(ours) + 1)]
    for i in range(len(ours) - 1, -1, -1):
        for j in range(len(theirs) - 1, -1, -1):
            paired = _fit(ours[i], theirs[j], usual) + best[i + 1][j + 1]
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    return list(_path(best))


def _path(best: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while best[i][j]:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield i, j
            i, j = i + 1, j + 1


def _fit(one: Unit, other: Unit, usual: float) -> float:
    """Return how well two units fit; below 0 where they had better be left alone."""
    if (one.kind, one.level) != (other.kind, other.level):
        return -1.0
    every = one.anchors | other.anchors
    kept = len(one.anchors & other.anchors) / len(every) if every else 0.0
    return 1.0 + _ANCHORED * kept - min(_FARTHEST, abs(log(_ratio(one, other) / usual)))


def _ratio(one: Unit, other: Unit) -> float:
    return (len(one.text) + 10) / (len(other.text) + 10)


def _usual_ratio(ours: Sequence[Unit], theirs: Sequence[Unit]) -> float:
    """Return how much longer texts of the one language are, as far as kinds in common tell."""
    kinds = {unit.kind for unit in ours} & {unit.kind for unit in theirs}
    means = [
        (sum(len(unit.text) + 10 for unit in same) / len(same))
        for side in (ours, theirs)
        if (same := [unit for unit in side if unit.kind in kinds])
    ]
    return means[0] / means[1] if len(means) == 2 else 1.0


def _gaps(edition: Edition) -> Iterator[FieldGap]:
    for name, value in _fields(edition.article):
        found = edition.value(value)
        if found and Locale.parse(found[1]).language != edition.page.language:
            yield FieldGap(name, found[1])


def _fields(article: Article) -> Iterator[tuple[str, Localized[str] | None]]:
    for name in ("title", "subtitle", "summary", "body"):
        yield name, getattr(article, name)
    if article.image:
        for name in ("alt", "caption", "credit"):
            yield f"image.{name}", getattr(article.image, name)
