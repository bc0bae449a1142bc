"""Language of parts (WCAG 2.2, 3.1.2; ISO 14289-1, 7.2)."""

import re
from collections.abc import Iterator
from typing import Final

from toolkit.check.pdf.document import Document
from toolkit.check.pdf.rule import Fault, finds
from toolkit.check.pdf.tree import Element, Mark
from toolkit.direction.script import Script, script_at, script_of

# A lone name or abbreviation may stay in the language around it; a phrase is read by its voice.
_LEAST: Final = 2
_BREAK: Final = re.compile(r"(?:[.:]?[\s\u200e\u200f\u2066-\u2069,،;؛()«»“”‹›‘’–—])+|[.:]$")
_MACHINE: Final = re.compile(r"[@_\\=<>#/+.:\d]")
# A string has one language: what it cites in another one stands between isolates.
_ISOLATED: Final = re.compile("[\u2066-\u2068][^\u2069]*\u2069")
_TECHNICAL: Final = frozenset(["Code", "Formula"])
_NO_LANGUAGE: Final = frozenset(["", "und", "zxx"])


@finds("pdf-part-language")
def _part_language(document: Document) -> Iterator[Fault]:
    for element in document.elements():
        tagged = document.lang if element.language is None else element.language
        for page, lang, text in _texts(document, element):
            tag = tagged if lang is None else lang
            for run, script in _strange(text, tag):
                yield Fault(page, element.kind, run, {"script": script.code, "language": tag})


def _texts(document: Document, element: Element) -> Iterator[tuple[int | None, str | None, str]]:
    """Yield an element's own texts: page, the language written on the content, text."""
    if element.alt:
        first = next(iter(document.pages_of(element)), None)
        yield first, None, _ISOLATED.sub(" ", element.alt)
    if _is_technical(element):
        return
    for kid in element.kids:
        if isinstance(kid, Mark) and kid in document.shown:
            page, shown = document.shown[kid]
            for lang, text in _joined(shown.parts):
                yield page.index, lang, text


def _is_technical(element: Element | None) -> bool:
    while element is not None and element.kind not in _TECHNICAL:
        element = element.parent
    return element is not None


def _joined(parts: list[tuple[str | None, str]]) -> Iterator[tuple[str | None, str]]:
    """Yield neighbours in one language as one."""
    language, gathered = None, ""
    for lang, text in parts:
        if lang != language and text.strip():
            yield language, gathered
            language, gathered = lang, ""
        gathered += text
    yield language, gathered


def _strange(text: str, tag: str) -> Iterator[tuple[str, Script]]:
    """Yield neighbouring words in another script than that of a language."""
    if tag in _NO_LANGUAGE:
        return
    own, other = script_of(tag), None
    gathered: list[str] = []
    for word in [*_BREAK.split(text), ""]:
        script = _script(word)
        if script is not None and script is not own and script is (other or script):
            gathered.append(word)
            other = script
            continue
        if other is not None and len(gathered) >= _LEAST:
            yield " ".join(gathered), other
        gathered, other = [], None


def _script(word: str) -> Script | None:
    """Return the script of a word of at least two letters that is not for machines."""
    letters = [script for script in map(script_at, word) if script]
    return letters[0] if len(letters) > 1 and not _MACHINE.search(word) else None
