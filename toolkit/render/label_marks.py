"""Labels that can be found again on a page: marked as they are filled in, and then taken out.

A mark is made of noncharacters (https://www.unicode.org/faq/private_use.html#nonchar1), which no
text has for itself.  They are gone before languages and directions are told, so that a page with
marks is the page without them.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from lxml.html import HtmlElement
from markupsafe import Markup

from toolkit.language import Labels
from toolkit.language.labels import Value
from toolkit.render.text_nodes import SILENT, texts

__all__ = [
    "CLOSING",
    "OPENING",
    "LabelMarks",
    "MarkedLabels",
    "Stretch",
    "number_of",
    "opening",
    "take",
]

_DIGITS: Final = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6\ufdd7\ufdd8\ufdd9"
_START, _MIDDLE, _END = "\ufdda", "\ufddb", "\ufddc"
_TO_DIGITS: Final = str.maketrans("0123456789", _DIGITS)
_OF_DIGITS: Final = str.maketrans(_DIGITS, "0123456789")
_MARK: Final = re.compile(f"{_START}([{_DIGITS}]{{1,6}}){_MIDDLE}|{_END}")
OPENING: Final = re.compile(f"{_START}([{_DIGITS}]{{1,6}}){_MIDDLE}")
"""A mark that opens; its group is :func:`opening`'s number in other digits."""
CLOSING: Final = _END
_ISOLATE: Final = re.compile("[\u2066-\u2068]*.", re.DOTALL)


class MarkedLabels(Labels):
    """The same labels, each between marks that tell its id.

    Args:
        labels: The labels.
    """

    def __init__(self, labels: Labels) -> None:
        vars(self).update(vars(labels))
        self.names = labels.ids
        self._numbers = {label: number for number, label in enumerate(self.names)}

    def text(self, label: str, /, **values: Value) -> str:
        """Return a label as plain text, marked after its first character.

        A mark at an end would look like one more character where a caller asks whether the text
        begins and ends with a letter.
        """
        text = super().text(label, **{name: _unmarked(value) for name, value in values.items()})
        first = _ISOLATE.match(text)
        if first is None or first.end() >= len(text):
            return text
        return text[: first.end()] + self._opening(label) + CLOSING + text[first.end() :]

    def html(self, label: str, /, **values: Value) -> Markup:
        """Return a label as HTML between its marks."""
        return Markup(self._opening(label)) + super().html(label, **values) + Markup(CLOSING)  # noqa: S704

    def _opening(self, label: str) -> str:
        return opening(self._numbers[label])


def opening(number: int) -> str:
    """Return the mark that opens the label of a number."""
    return f"{_START}{str(number).translate(_TO_DIGITS)}{_MIDDLE}"


def number_of(mark: re.Match[str]) -> int:
    """Return the number of a mark that :data:`OPENING` matched."""
    return int(mark[1].translate(_OF_DIGITS))


def _unmarked(value: Value) -> Value:
    if isinstance(value, str):
        return type(value)(_MARK.sub("", value))
    return value


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a label stands in the text of a tree.

    Args:
        number: The label's place among the marked labels.
        start: Place of its first character in the text of :func:`texts`.
        end: Place after its last; the same as ``start`` for a mark within plain text.
    """

    number: int
    start: int
    end: int


@dataclass(slots=True)
class LabelMarks:
    """What was marked in a tree.

    Args:
        stretches: The labels in its text, the outer ones first.
        attributes: Element, attribute and label of each that stands in an attribute.
    """

    stretches: list[Stretch] = field(default_factory=list)
    attributes: list[tuple[HtmlElement, str, int]] = field(default_factory=list)


def take(tree: HtmlElement, count: int) -> LabelMarks:
    """Take the marks out of a tree and return what they told.

    Args:
        tree: The tree, changed in place.
        count: How many labels there are; what an author wrote as a mark of another says nothing.
    """
    marks = LabelMarks()
    open_: list[tuple[int, int]] = []
    for node in texts(tree):
        text = node.read()
        if _START in text or CLOSING in text:
            node.write(_taken(text, node.start, open_, marks.stretches))
    for element in tree.iter():
        _take_hidden(element, marks)
    known = (one for one in marks.stretches if one.number < count)
    marks.stretches = sorted(known, key=lambda one: (one.start, -one.end))
    marks.attributes = [one for one in marks.attributes if one[2] < count]
    return marks


def _taken(text: str, start: int, open_: list[tuple[int, int]], stretches: list[Stretch]) -> str:
    kept = ""
    done = 0
    for mark in _MARK.finditer(text):
        kept += text[done : mark.start()]
        done = mark.end()
        place = start + len(kept)
        if mark[1]:
            open_.append((number_of(mark), place))
        elif open_:
            stretches.append(Stretch(*open_.pop(), place))
    return kept + text[done:]


def _take_hidden(element: HtmlElement, marks: LabelMarks) -> None:
    """Take marks out of attributes, and out of what is not shown as text."""
    if element.tag in SILENT and element.text:
        element.text = _MARK.sub("", element.text)
    for name, value in element.items() if isinstance(element.tag, str) else ():
        if found := OPENING.search(value):
            marks.attributes.append((element, name, number_of(found)))
            element.set(name, _MARK.sub("", value))
