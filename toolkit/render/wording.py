"""The labels of a publication: its own before the built-in ones."""

from pathlib import Path

from toolkit.article import Publication
from toolkit.errors import Report
from toolkit.language import Labels, Locale

__all__ = ["labels_of"]


def labels_of(
    publication: Publication, locale: Locale, report: Report, *, folder: Path | None = None
) -> Labels:
    """Return the labels of a locale as a publication words them.

    Args:
        publication: The publication.
        locale: The locale.
        report: Receives each message that falls back, as a page could not fill it.
        folder: Catalogues in the place of the publication's own.

    Raises:
        PublicationError: The publication's folder of labels is missing.
    """
    own = folder or publication.labels_folder
    return Labels(locale, [own] if own else [], drafts=publication.draft_labels, report=report)
