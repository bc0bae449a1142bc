"""Languages: tags and locales, digits, numbers, dates, lists, quotations, and the labels."""

from toolkit.language.labels import Labels
from toolkit.language.locale import Locale
from toolkit.language.negotiation import accepted, fallbacks, negotiate
from toolkit.language.pseudo import PSEUDO_LOCALES
from toolkit.language.reading import reading_minutes, words
from toolkit.language.tag import direction, normalise

__all__ = [
    "PSEUDO_LOCALES",
    "Labels",
    "Locale",
    "accepted",
    "direction",
    "fallbacks",
    "negotiate",
    "normalise",
    "reading_minutes",
    "words",
]
