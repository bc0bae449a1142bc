"""The paragraphs of clean HTML, their characters with their places in it.

What the safe subset is written as (:func:`toolkit.article.body.clean`) is regular: names in lower
case, every element closed, attributes in double quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape
from typing import Final

from toolkit.article.subset.names import BLOCKS, VOID
from toolkit.direction.verbatim import OBJECT
from toolkit.normalisation.paragraph import Paragraph
from toolkit.normalisation.rules import ATTRIBUTES, is_kept

__all__ = ["paragraphs"]

_TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:[^<>"]|"[^"]*")*)>')
_ATTRIBUTE = re.compile(r'(?P<name>[a-z\-]+)="(?P<value>[^"]*)"')
_REFERENCE = re.compile(r"&[a-z]{2,6};")
_LINE: Final = "\u2028"


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element's content inherits."""

    lang: str
    is_kept: bool = False
    is_block: bool = True


def paragraphs(markup: str, lang: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body, and what its attributes say to people.

    Args:
        markup: Clean HTML.
        lang: BCP 47 tag of its language.

    Yields:
        Paragraphs whose places are those of characters in the markup.
    """
    open_elements = [_Place(lang)]
    paragraph, done = Paragraph(), 0
    for tag in _TAG.finditer(markup):
        _add(paragraph, markup, done, tag.start(), open_elements[-1])
        done = tag.end()
        place = _inner(tag, open_elements[-1])
        if tag["end"]:
            place = open_elements.pop() if len(open_elements) > 1 else place
        if place.is_block and paragraph.pieces:
            yield paragraph
            paragraph = Paragraph()
        if tag["end"]:
            continue
        yield from _attributes(tag, place)
        if tag["name"] not in VOID:
            open_elements.append(place)
        elif not place.is_block:
            stand_in = _LINE if tag["name"] == "br" else OBJECT
            paragraph.add(stand_in, tag.start(), place.lang, is_kept=place.is_kept)
    _add(paragraph, markup, done, len(markup), open_elements[-1])
    yield paragraph


def _inner(tag: re.Match[str], outer: _Place) -> _Place:
    found = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag["attributes"])}
    kept = outer.is_kept or is_kept(tag["name"], found.get("class", ""))
    is_block = tag["name"] in BLOCKS or tag["name"] == "hr"
    return replace(outer, lang=found.get("lang", outer.lang), is_kept=kept, is_block=is_block)


def _attributes(tag: re.Match[str], place: _Place) -> Iterator[Paragraph]:
    for found in _ATTRIBUTE.finditer(tag["attributes"]):
        if found["name"] in ATTRIBUTES:
            paragraph, before = Paragraph(), tag.start("attributes")
            start, end = found.span("value")
            _add(paragraph, tag.string, before + start, before + end, place)
            yield paragraph


def _add(paragraph: Paragraph, markup: str, start: int, end: int, place: _Place) -> None:
    """Add a stretch without tags, its character references as what they stand for."""
    for found in _REFERENCE.finditer(markup, start, end):
        _add_text(paragraph, markup, start, found.start(), place)
        paragraph.add(unescape(found[0]), found.start(), place.lang, is_kept=place.is_kept)
        start = found.end()
    _add_text(paragraph, markup, start, end, place)


def _add_text(paragraph: Paragraph, markup: str, start: int, end: int, place: _Place) -> None:
    if start < end:
        paragraph.add(markup[start:end], start, place.lang, is_kept=place.is_kept)
