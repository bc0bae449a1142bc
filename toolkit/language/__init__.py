"""Languages: tags and locales, digits, numbers, dates, lists, quotations, and the labels."""

from toolkit.language.labels import Labels
from toolkit.language.locale import Locale
from toolkit.language.negotiation import accepted, fallbacks, negotiate
from toolkit.language.reading import reading_minutes, words
from toolkit.language.tag import direction, normalise

__all__ = [
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
