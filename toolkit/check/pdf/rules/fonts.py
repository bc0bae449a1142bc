"""Fonts: embedded, and with the letters of their glyphs (ISO 32000-2, 9.8 and 9.10)."""

from collections.abc import Iterator
from typing import Final

from pikepdf import Object, Stream

from toolkit.check.pdf.document import Document
from toolkit.check.pdf.objects import array, dictionary, name
from toolkit.check.pdf.rule import Fault, finds

_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")
_LATIN: Final = frozenset(["WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding"])


@finds("pdf-font-embedded")
def _not_embedded(document: Document) -> Iterator[Fault]:
    for title, page, font in _fonts(document):
        if name(font.get("/Subtype")) != "Type3" and not _is_embedded(font):
            yield Fault(page, f"font {title}")


@finds("pdf-font-unicode")
def _without_unicode(document: Document) -> Iterator[Fault]:
    for title, page, font in _fonts(document):
        is_latin = name(font.get("/Encoding")) in _LATIN
        if not isinstance(font.get("/ToUnicode"), Stream) and not is_latin:
            yield Fault(page, f"font {title}")


def _fonts(document: Document) -> Iterator[tuple[str, int, Object]]:
    """Yield each font with its name and the number of the first page that shows it."""
    seen: set[str] = set()
    for page in document.pages:
        for title, font in page.fonts.items():
            if title not in seen:
                seen.add(title)
                yield title, page.index, font


def _is_embedded(font: Object) -> bool:
    for descendant in array(font.get("/DescendantFonts"))[:1] or [font]:
        inner = dictionary(descendant)
        descriptor = dictionary(inner.get("/FontDescriptor")) if inner is not None else None
        if descriptor is not None:
            return any(isinstance(descriptor.get(key), Stream) for key in _FILES)
    return False
