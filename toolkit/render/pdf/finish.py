"""What completes a PDF just before it is written: the steps, in their order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import pydyf

from toolkit.language import Locale
from toolkit.render.pdf.attachments import attach
from toolkit.render.pdf.colour import prepare_for_archive, prepare_for_press
from toolkit.render.pdf.facts import Facts
from toolkit.render.pdf.metadata import add_page_labels, set_direction
from toolkit.render.pdf.outline import mark_titles, point_to_structure
from toolkit.render.pdf.profiles import Profile
from toolkit.render.pdf.tags import Structure
from toolkit.render.pdf.xmp import add_metadata

__all__ = ["STEPS", "Unfinished", "finisher"]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A PDF that is to be completed.

    Args:
        document: The laid-out ``weasyprint.Document``.
        pdf: The PDF, all its pages drawn and its structure tree written.
        locale: The document's locale.
        structure: Its structure tree; ``None`` if it has none or WeasyPrint's.
        profile: What it is made for.
        facts: What its metadata say beside its ``<head>``.
    """

    document: Any
    pdf: pydyf.PDF
    locale: Locale
    structure: Structure | None
    profile: Profile
    facts: Facts


Step = Callable[[Unfinished], None]


def _point_to_structure(work: Unfinished) -> None:
    if work.profile.ua == 2 and work.structure is not None:
        point_to_structure(work.pdf, work.structure)


def _attach(work: Unfinished) -> None:
    if work.facts.attachment is not None:
        attach(work.pdf, work.facts.attachment)


def _settle_colours(work: Unfinished) -> None:
    if work.profile.a:
        prepare_for_archive(work.pdf)
    if work.profile.x and work.facts.output_profile is not None:
        prepare_for_press(work.pdf, work.facts.output_profile)


STEPS: Final[tuple[Step, ...]] = (
    lambda work: set_direction(work.pdf, work.locale),
    lambda work: add_page_labels(work.pdf, len(work.document.pages), work.locale),
    lambda work: mark_titles(work.pdf, work.locale),
    _point_to_structure,
    _attach,
    _settle_colours,
    lambda work: add_metadata(work.pdf, work.document.metadata, work.facts, work.profile),
)
"""What is done, in this order."""


def finisher(
    locale: Locale, structure: Structure | None, profile: Profile, facts: Facts
) -> Callable[[Any, pydyf.PDF], None]:
    """Return the function that completes a document just before it is written.

    Args:
        locale: The document's locale.
        structure: Its structure tree, as for :class:`Unfinished`.
        profile: What it is made for.
        facts: What its metadata say beside its ``<head>``.

    Returns:
        A function of the laid-out document and the PDF, as ``write_pdf(finisher=)`` expects.
    """

    def finish(document: Any, pdf: pydyf.PDF) -> None:
        work = Unfinished(document, pdf, locale, structure, profile, facts)
        for step in STEPS:
            step(work)

    return finish
