"""The words of the preview itself, in its user's language; pages have labels of their own."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from toolkit.language import Labels
from toolkit.language.negotiation import accepted, negotiate

__all__ = ["CATALOGUES", "LANGUAGES", "chosen_language", "named", "words"]

T = TypeVar("T")

CATALOGUES = Path(__file__).parent / "catalogues"
LANGUAGES = ("en", "fa", "fa-AF", "ps")
"""BCP 47 tags of the languages that the preview speaks."""


def chosen_language(asked: str | None, header: str) -> str:
    """Return the language to speak.

    Args:
        asked: What the address asks for, or ``None``.
        header: Value of ``Accept-Language``.
    """
    if asked in LANGUAGES:
        return asked
    return negotiate(accepted(header), LANGUAGES) or "en"


@lru_cache(maxsize=len(LANGUAGES))
def words(tag: str) -> Labels:
    """Return the preview's words in one of its languages.

    Args:
        tag: One of :data:`LANGUAGES`.
    """
    return Labels(tag, [CATALOGUES])


def named(labels: Mapping[T, str], tag: str) -> dict[T, str]:
    """Return what can be chosen with the words for it.

    Args:
        labels: Ids of labels by what they name.
        tag: One of :data:`LANGUAGES`.
    """
    return {choice: words(tag).text(label) for choice, label in labels.items()}
