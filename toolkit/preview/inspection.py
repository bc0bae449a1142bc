"""How one paragraph of a page is set, and what may trip its readers up."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from toolkit.article import Article, Publication
from toolkit.check import check_passages
from toolkit.check.explained import explain_passages
from toolkit.check.fields import read_article
from toolkit.check.passage import LINE, OBJECT, Passage
from toolkit.direction.explain import ExplainedParagraph
from toolkit.errors import Diagnostic
from toolkit.language import Locale
from toolkit.render.edition import Edition
from toolkit.sources.names import identity

__all__ = ["Inspection", "Place", "inspect", "nearest", "places"]

_FIELDS: Final = ("title", "subtitle", "summary", "image.alt", "image.caption", "image.credit")
_EXCERPT: Final = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of an article as its page names it (:mod:`toolkit.render.annotated`).

    Args:
        name: Such as ``title`` or ``body.3``.
        passages: What it says; more than one where blocks interrupt it.
    """

    name: str
    passages: tuple[Passage, ...]

    @property
    def lang(self) -> str:
        """BCP 47 tag of its language."""
        return self.passages[0].lang

    @property
    def excerpt(self) -> str:
        """The beginning of what it says."""
        text = self.passages[0].text.replace(LINE, " ").replace(OBJECT, "").strip()
        return text if len(text) <= _EXCERPT else text[:_EXCERPT].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is known of one paragraph.

    Args:
        place: The paragraph.
        paragraphs: How it is set, line by line of its text.
        findings: Its hazards.
    """

    place: Place
    paragraphs: tuple[ExplainedParagraph, ...]
    findings: tuple[Diagnostic, ...]


def places(article: Article, locale: Locale) -> tuple[Place, ...]:
    """Return the paragraphs that readers of a locale get, in the order of the page.

    Args:
        article: The article, prepared.
        locale: The readers' locale.
    """
    edition = Edition.of(article, locale)
    found: dict[str, list[Passage]] = {}
    for passage in read_article(article):
        if name := _name(passage, edition):
            found.setdefault(name, []).append(passage)
    ordered = sorted(found, key=lambda name: not name.startswith(("title", "standfirst")))
    return tuple(Place(name, tuple(found[name])) for name in ordered)


def nearest(found: tuple[Place, ...], name: str) -> Place | None:
    """Return a place by its name, or the one that holds it: the last before it in the body.

    Args:
        found: The places of a page.
        name: What the page calls a paragraph; a line of verse has no place of its own.

    Returns:
        The place; the first of all where the name says nothing; ``None`` where there is none.
    """
    exact = next((one for one in found if one.name == name), None)
    wanted = _number(name)
    if exact or not wanted:
        return exact or next(iter(found), None)
    before = [one for one in found if 0 < _number(one.name) <= wanted]
    return before[-1] if before else found[0] if found else None


def _number(name: str) -> int:
    field, _, number = name.partition(".")
    return int(number) if field == "body" and number.isascii() and number.isdigit() else 0


def inspect(article: Article, place: Place, publication: Publication) -> Inspection:
    """Return how a paragraph is set and what is wrong with it.

    Args:
        article: The article, prepared.
        place: One of its :func:`places`.
        publication: The publication it appears in.
    """
    findings = check_passages(
        article, place.passages, publication=publication, files=dict(_files(article))
    )
    return Inspection(place, explain_passages(place.passages).paragraphs, findings)


def _name(passage: Passage, edition: Edition) -> str | None:
    """Return what a page of an edition calls a passage, or ``None`` where it does not show it."""
    field = passage.field.removesuffix(f".{passage.version}")
    if field == "body":
        shown = edition.value(edition.article.body)
        return f"body.{passage.block}" if shown and shown[1] == passage.version else None
    if field not in _FIELDS or _shown_version(field, edition) != passage.version:
        return None
    if field == "summary" and edition.phrase(edition.article.subtitle):
        return None
    return "standfirst" if field in ("subtitle", "summary") else field


def _shown_version(field: str, edition: Edition) -> str | None:
    owner, _, name = field.rpartition(".")
    value = getattr(edition.article.image if owner else edition.article, name)
    found = edition.value(value)
    return found[1] if found else None


def _files(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the files of an article that tell their language by name, with that."""
    if article.file is None:
        return
    own = Path(article.file)
    for file in own.parent.glob("*.*"):
        name, lang = identity(file)
        if lang and name == identity(own)[0]:
            yield lang, str(file)
