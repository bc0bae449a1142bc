"""The formats that articles are made in, and whether they can be made as asked."""

from collections.abc import Iterable

from toolkit.article import Publication
from toolkit.errors import Diagnostic, RenderError, Report
from toolkit.render.pdf.paper import Paper
from toolkit.render.pdf.profiles import Profile
from toolkit.render.pdf.text_layer import text_layer_named

__all__ = ["SUFFIXES", "check_formats"]

SUFFIXES = {"html": "html", "pdf": "pdf", "text": "txt"}
"""The formats, and how the names of their files end."""


def check_formats(formats: Iterable[str], publication: Publication, report: Report) -> None:
    """Refuse formats that are unknown, and PDFs that cannot be laid out as asked.

    Args:
        formats: Names of formats.
        publication: Says how PDFs are made.
        report: Receives a note where the paper is too narrow for its columns.

    Raises:
        RenderError: A format, the profile, the page size, the number of columns or the text layer
            is unknown.
    """
    for name in formats:
        if name not in SUFFIXES:
            reason = f"the format “{name}” is unknown"
            remedy = f"Use one of: {', '.join(SUFFIXES)}"
            raise RenderError(Diagnostic(code="unknown-format", reason=reason, remedy=remedy))
    if "pdf" in formats:
        settings = publication.pdf
        Paper.named(settings.page_size).parted(settings.columns, report)
        Profile.named(settings.profile)
        text_layer_named(settings.text_layer)
