"""The passages of an article's body: its paragraphs, and what its pictures say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from lxml import html as lxml_html
from lxml.etree import iterwalk
from lxml.html import HtmlElement

from toolkit.article.subset.blocks import is_block
from toolkit.check.passage import LINE, OBJECT, Part, Passage, Role
from toolkit.direction.base import DIR, Declared, auto_direction, declared
from toolkit.direction.script import Direction, direction_of

__all__ = ["read_body"]

_CODE: Final = frozenset(("code", "kbd", "pre", "samp"))
_QUOTES: Final = frozenset(("aside", "blockquote", "cite", "q"))
_SPACE = re.compile(r"[ \t\n\f\r]+")


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element inherits."""

    lang: str
    base: Direction
    dir: Declared | None = None
    role: Role = "text"
    is_code: bool = False
    is_quoted: bool = False
    is_verse: bool = False
    block: int = 0


def read_body(markup: str, lang: str, field: str) -> list[Passage]:
    """Return the passages of a body.

    Args:
        markup: Clean HTML, as :func:`toolkit.article.body.clean` returns it.
        lang: BCP 47 tag of the body.
        field: Dotted path of its field.

    Returns:
        Its paragraphs in order, a verse as one, and the alternative texts of its pictures.
    """
    if not markup.strip():
        return []
    root = lxml_html.fragment_fromstring(markup, create_parent="div")
    reader = _Reader(field, _Place(lang, direction_of(lang)))
    found = list(reader.read(root))
    texts = ["", *(passage.text for passage in found), ""]
    return [
        replace(passage, before=texts[i], after=texts[i + 2]) for i, passage in enumerate(found)
    ]


class _Reader:
    """Walks a body and collects the text of one paragraph after another."""

    def __init__(self, field: str, place: _Place) -> None:
        self._field = field
        self._places = [place]
        self._block = place
        self._pieces: list[str] = []
        self._parts: list[Part] = []
        self._length = 0
        self._blocks = -1  # the element around the body is none

    def read(self, root: HtmlElement) -> Iterator[Passage]:
        for event, element in iterwalk(root, events=("start", "end")):
            if event == "start":
                yield from self._enter(element)
                self._add(element.text)
                continue
            yield from self._leave(element)
            if element is not root:
                self._add(element.tail)
        yield from self._finish()

    def _enter(self, element: HtmlElement) -> Iterator[Passage]:
        outer = self._places[-1]
        self._blocks += is_block(element)
        place = _inner(element, outer)
        if is_block(element) and not outer.is_verse:
            place = replace(place, block=self._blocks)
        self._places.append(place)
        if element.tag == "img":
            self._put(OBJECT)
            if alt := element.get("alt"):
                yield self._passage(_collapse(alt), replace(place, role="alt"))
        elif element.tag == "br":
            self._put(LINE)
        elif not outer.is_verse and is_block(element):
            yield from self._finish()
            self._block = place

    def _leave(self, element: HtmlElement) -> Iterator[Passage]:
        self._places.pop()
        outer = self._places[-1]
        if outer.is_verse:
            self._put(LINE if element.tag == "p" else "")
        elif is_block(element):
            yield from self._finish()
            self._block = outer

    def _add(self, text: str | None) -> None:
        if text:
            self._put(_collapse(text))

    def _put(self, text: str) -> None:
        if text[:1] == " " and (not self._pieces or self._pieces[-1][-1] in f" {LINE}"):
            text = text[1:]
        if not text:
            return
        place, start = self._places[-1], self._length
        self._length += len(text)
        self._pieces.append(text)
        self._parts.append(Part(start, self._length, place.lang, place.is_code, place.is_quoted))

    def _finish(self) -> Iterator[Passage]:
        text = "".join(self._pieces)
        if text.strip(f" {LINE}{OBJECT}"):
            yield self._passage(text, self._block, *_joined(self._parts))
        self._pieces, self._parts, self._length = [], [], 0

    def _passage(self, text: str, place: _Place, *parts: Part) -> Passage:
        return Passage(
            text=text,
            lang=place.lang,
            base=place.base,
            field=self._field,
            version=self._places[0].lang,
            parts=parts or (Part(0, len(text), place.lang),),
            role=place.role,
            dir=place.dir,
            block=place.block,
        )


def _inner(element: HtmlElement, outer: _Place) -> _Place:
    """Return what an element's content inherits."""
    tag = str(element.tag)
    place = replace(
        outer,
        is_code=outer.is_code or tag in _CODE or _is_note(element),
        is_quoted=outer.is_quoted or tag in _QUOTES or element.get("class") == "verse",
        is_verse=outer.is_verse or element.get("class") == "verse",
        role="name" if tag in ("footer", "small") else outer.role,
    )
    lang, state = element.get("lang"), declared(element)
    if lang:
        place = replace(place, lang=lang, base=direction_of(lang), dir=None)
    if state == "auto":
        return replace(place, base=DIR[auto_direction(element)], dir=state)
    return replace(place, base=state, dir=state) if state else place


def _is_note(element: HtmlElement) -> bool:
    return element.tag == "sup" and element.get("class") == "footnote-ref"


def _collapse(text: str) -> str:
    return _SPACE.sub(" ", text)


def _joined(parts: list[Part]) -> Iterator[Part]:
    """Join neighbours that differ in nothing."""
    alike = groupby(parts, key=lambda part: (part.lang, part.is_code, part.is_quoted))
    for _, group in alike:
        same = list(group)
        yield replace(same[0], end=same[-1].end)
