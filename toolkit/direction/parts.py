"""Language of parts: ``lang`` and ``dir`` on every phrase in another script.

WCAG 2.2, success criterion 3.1.2 (https://www.w3.org/TR/WCAG22/#language-of-parts); W3C's advice
on inline bidirectional markup (https://www.w3.org/International/articles/inline-bidi-markup/).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache

from lxml.etree import _Element as Element

from toolkit.direction import phrases, tokens
from toolkit.direction.attributes import ATTRIBUTES, isolate_attributes
from toolkit.direction.letters import count_words, language_of, other_language, proofs_against
from toolkit.direction.passage import Passage
from toolkit.direction.phrases import Phrase
from toolkit.direction.script import Direction, Script, direction_of, first_strong, script_of
from toolkit.direction.wrapping import Wrap, wrap_all
from toolkit.errors import Report, log_report

__all__ = ["mark"]

_MARKABLE = frozenset(
    ("blockquote", "caption", "dd", "dl", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
     "legend", "li", "ol", "p", "summary", "table", "td", "th", "ul")
)  # fmt: skip
_LAID_OUT = frozenset(("footer", "form", "menu", "nav"))  # here dir on a block would upset layout
_CODE = frozenset(("code", "kbd", "pre", "samp"))
_LEFT = _CODE | {"bdo"}
_ATTRIBUTES = frozenset(("dir", "lang", "translate"))
_SPECIAL = _LEFT | _LAID_OUT | {"bdi"}
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element inherits."""

    lang: str
    base: Direction
    script: Script
    marks_blocks: bool = True


@dataclass(slots=True)
class _Block:
    """An element with its inline passage, what was found in it, and the blocks in it."""

    element: Element
    place: _Place
    passage: Passage
    found: list[Phrase]
    blocks: list["_Block"]
    language: str | None = None  # once it has been asked for


def mark(
    root: Element,
    *,
    declared: Sequence[str] = (),
    rules: AbstractSet[str] = tokens.ALL,
    skip: AbstractSet[str] = frozenset(),
    report: Report = log_report,
) -> None:
    """Mark the language and the direction of all parts of a tree, in place.

    Phrases in another script get ``<span lang dir>`` or, where they fill an element, the
    attributes on it; a block wholly or mainly in another language gets them itself; tokens
    without language get ``<bdi dir>``; attributes and the title get isolates.  The text does not
    change; what the author marked stays; a second run changes nothing.

    Args:
        root: An lxml.html element with ``lang`` and ``dir``.
        declared: Tags of the languages that are used, the likeliest first; the root's is added.
        rules: Names of the token rules to apply, of :data:`toolkit.direction.tokens.ALL`.
        skip: Names of elements to leave alone.
        report: Receives a warning for each attribute in another language than its element.
    """
    languages = (*declared, root.get("lang") or "en")
    _Marker(languages, rules, skip).mark(root)
    isolate_attributes(root, declared=languages, rules=rules, report=report)


@dataclass(frozen=True, slots=True)
class _Marker:
    declared: Sequence[str]
    rules: AbstractSet[str]
    skip: AbstractSet[str]

    def mark(self, root: Element) -> None:
        lang = root.get("lang") or "en"
        base = root.get("dir") or direction_of(lang)
        place = _Place(lang, "rtl" if base == "rtl" else "ltr", script_of(lang))
        self._apply(self._survey(root, place))

    def _survey(self, element: Element, place: _Place) -> _Block:
        passage = Passage.of(element, self.skip, _host_in(place.script))
        found = self._find(passage, place)
        blocks: list[_Block] = []
        if passage.blocks:
            inner = [(child, self._enter(child, place)) for child in passage.blocks]
            blocks = [self._survey(child, its) for child, its in inner if its is not None]
        return _Block(element, place, passage, found, blocks)

    def _find(self, passage: Passage, place: _Place) -> list[Phrase]:
        if passage.text.isspace() or not phrases.may_hold(passage.text, place.script, place.base):
            return []
        passage.locate()
        return phrases.find(
            passage.text, script=place.script, base=place.base, rules=self.rules, passage=passage
        )

    def _enter(self, element: Element, place: _Place) -> _Place | None:
        """Return what is inherited in an element, or ``None`` for one to leave alone."""
        tag = element.tag
        if tag not in _SPECIAL and tag not in self.skip and _ATTRIBUTES.isdisjoint(element.keys()):
            return place
        lang, direction = element.get("lang"), element.get("dir")
        if lang and not direction:
            direction = direction_of(lang)
            element.set("dir", direction)
        if element.tag in _CODE:
            _turn_code(element, place.base)
        if element.tag in _LEFT or element.tag in self.skip or element.get("translate") == "no":
            return None
        if element.tag == "bdi" or direction == "auto":
            direction = direction or first_strong("".join(element.itertext())) or "ltr"
        if lang or direction:
            lang = lang or place.lang
            base: Direction = "rtl" if direction == "rtl" else "ltr"
            return _Place(lang, base, script_of(lang), place.marks_blocks)
        return replace(place, marks_blocks=False) if element.tag in _LAID_OUT else place

    def _apply(self, block: _Block) -> None:
        if block.place.marks_blocks and block.element.tag in _MARKABLE and self._take(block):
            return
        made: list[Element] = []
        if block.found:
            text = block.passage.text
            made = wrap_all(block.passage, [self._wrap(text, phrase) for phrase in block.found])
        for element in made:
            if _may_hold_more(element):
                self._isolate(element, block.place)
        for inner in block.blocks:
            self._apply(inner)
        for child in block.passage.isolates:
            if not made or not _is_in(child, made):
                self._isolate(child, block.place)

    def _isolate(self, element: Element, place: _Place) -> None:
        its = self._enter(element, place)
        if its is not None:
            block = self._survey(element, its)
            if not self._take(block):
                self._apply(block)

    def _take(self, block: _Block) -> bool:
        """Give an element that is in another language its attributes, if it has no language."""
        element = block.element
        lang = "" if element.get("lang") else self._language(block)
        if lang in ("", block.place.lang) or not block.passage.may_host(element):
            return False
        element.set("lang", lang)
        if not element.get("dir"):
            element.set("dir", direction_of(lang))
        its = self._enter(element, block.place)
        if its is not None:
            self._apply(self._survey(element, its))
        return True

    def _wrap(self, text: str, phrase: Phrase) -> Wrap:
        if phrase.script is None:
            return Wrap(phrase.start, phrase.end, "bdi", (("dir", phrase.dir),))
        lang = language_of(text[phrase.start : phrase.end], phrase.script, self.declared)
        return Wrap(phrase.start, phrase.end, "span", (("lang", lang), ("dir", phrase.dir)))

    def _language(self, block: _Block) -> str:
        """Return the language of a block with all in it, or an empty string without letters."""
        if block.language is None and not block.blocks:
            block.language = self._own_language(block)
        if block.language is None:
            inner = {self._language(child) for child in block.blocks}
            place = block.place
            if any(child.place is not place and child.place != place for child in block.blocks):
                inner.add(block.place.lang)
            found = (inner | {self._own_language(block)}) - {""}
            block.language = found.pop() if len(found) == 1 else block.place.lang if found else ""
        return block.language

    def _own_language(self, block: _Block) -> str:
        text, place = block.passage.text, block.place
        if text.isspace():
            return ""
        scripts = {phrase.script for phrase in block.found if phrase.script}
        has_own = _letters(place.script).search(text) is not None
        if not scripts:
            return (self._other_language(text, place) or place.lang) if has_own else ""
        script = scripts.pop()
        if scripts:
            return place.lang
        lang = language_of(text, script, self.declared)
        return place.lang if has_own and not _is_mainly(block, script, lang) else lang

    def _other_language(self, text: str, place: _Place) -> str | None:
        proofs = _proofs(place.lang)
        if proofs is None or not proofs.search(text):
            return None
        found = other_language(text, place.lang)
        same = (tag for tag in self.declared if found == tag.partition("-")[0])
        return next(same, found)


def _is_mainly(block: _Block, script: Script, lang: str) -> bool:
    """Tell whether a block of two scripts is a sentence in the other one.

    It begins in that script, has more letters of it, and more of its function words, at least two.
    """
    text, place = block.passage.text, block.place
    own = _letters(place.script)
    before = text[: block.found[0].start]
    return (
        not own.search(before)
        and len(_letters(script).findall(text)) > len(own.findall(text))
        and count_words(text, lang) > max(1, count_words(text, place.lang))
    )


@cache
def _host_in(script: Script) -> Callable[[Element], bool]:
    """Return a test for elements with no attribute for people in a script."""
    letters = _letters(script)

    def may_host(element: Element) -> bool:
        return not any(letters.search(element.get(name, "")) for name in ATTRIBUTES)

    return may_host


@cache
def _letters(script: Script) -> re.Pattern[str]:
    return re.compile(f"[{script.letters}]")


@cache
def _proofs(tag: str) -> re.Pattern[str] | None:
    letters = proofs_against(tag)
    return re.compile(f"[{letters}]") if letters else None


def _turn_code(element: Element, base: Direction) -> None:
    """Set code from left to right where it would not be."""
    if not element.get("dir") and (base == "rtl" or _RTL.search("".join(element.itertext()))):
        element.set("dir", "ltr")


def _may_hold_more(element: Element) -> bool:
    """Tell quickly whether there may be more to mark in an element that was just marked."""
    if len(element):
        return True
    lang = element.get("lang")
    script = script_of(lang or "")
    return bool(lang) and phrases.may_hold(element.text or "", script, script.direction)


def _is_in(element: Element, others: Iterable[Element]) -> bool:
    return any(ancestor in others for ancestor in element.iterancestors())
