"""What is known of a document beside its pages: for its metadata, not for its layout."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from toolkit.errors import Diagnostic, RenderError

__all__ = ["Attachment", "Facts", "build_date"]

_EPOCH: Final = "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file within the PDF: the source that it was made of.

    Args:
        name: Its file name.
        data: Its content.
        media_type: Its type, such as ``application/json``.
        description: What it is, for the reader.
    """

    name: str
    data: bytes
    media_type: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a document's metadata say beside what its ``<head>`` says.

    Args:
        titles: Its title by BCP 47 tag, where it has one in several languages.
        languages: BCP 47 tags of the languages it is in, the document's own first.
        attachment: A file to put into it, or ``None``.
        output_profile: ICC profile of the printing condition, or ``None``.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    attachment: Attachment | None = None
    output_profile: bytes | None = None


def build_date() -> str | None:
    """Return the date that a build is given, for documents without one; never the clock's.

    Returns:
        ISO 8601 from ``SOURCE_DATE_EPOCH`` (https://reproducible-builds.org/specs/
        source-date-epoch/), or ``None`` where it is not set.

    Raises:
        RenderError: It is not a number of seconds.
    """
    seconds = os.environ.get(_EPOCH)
    if not seconds:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), UTC).isoformat()
    except (ValueError, OverflowError, OSError) as error:
        reason = f"{_EPOCH} is not a number of seconds"
        remedy = "Set it to whole seconds since 1970, or do not set it"
        raise RenderError(
            Diagnostic(code="build-date", reason=reason, remedy=remedy, excerpt=seconds[:40])
        ) from error
