"""Pictures that a page goes without: a warning to who makes the page, an error of the article."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from toolkit.errors import Diagnostic

__all__ = ["with_losses"]

_LOST = {
    "body-picture",
    "picture-damaged",
    "picture-missing",
    "picture-oversized",
    "picture-type",
}


def with_losses(findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings, lost pictures as errors.

    Args:
        findings: What the loading of articles reported.
    """
    for found in findings:
        yield replace(found, severity="error") if found.code in _LOST else found
