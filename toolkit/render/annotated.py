"""A page as a translator's preview needs it: it tells which label and paragraph is where.

Nothing else differs: without these attributes and the elements ``toolkit-label`` it is the page
that readers get, byte by byte.  Paragraphs have ``data-paragraph``: the name of a field, such as
``title``, or ``body.3``, the third of the :func:`~toolkit.article.subset.blocks.blocks`.  Labels
have ``data-label``, or ``data-label-attribute`` with the attribute that they fill, such as
``aria-label:nav.language``; and ``data-label-state``.
"""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement
from markupsafe import escape

from toolkit.article import Article
from toolkit.article.subset.blocks import blocks
from toolkit.direction.parts import mark
from toolkit.errors import Report
from toolkit.render.label_marks import CLOSING, OPENING, MarkedLabels, number_of, take
from toolkit.render.label_places import place
from toolkit.render.markup import inner, parse

__all__ = ["Annotation", "StateOf", "numbered"]

StateOf = Callable[[str], str]
"""Gives the state of a label's translation by its id."""

_FIELDS: Final = {
    "title": "//h1[@id='headline']",
    "standfirst": "//header//p[@class='standfirst']",
    "image.alt": "//figure[@class='lead']//img",
    "image.caption": "//figure[@class='lead']//span[@class='caption']",
    "image.credit": "//figure[@class='lead']//small[@class='credit']",
}


@dataclass(frozen=True, slots=True)
class Annotation:
    """Tells on a page which label is where.

    Args:
        labels: The labels that the page is filled with.
        state: Gives the state of each.
    """

    labels: MarkedLabels
    state: StateOf

    def mark(
        self,
        root: HtmlElement,
        *,
        declared: tuple[str, ...],
        rules: AbstractSet[str],
        report: Report,
    ) -> None:
        """Mark languages and directions as :func:`toolkit.direction.parts.mark`, then the labels.

        Args:
            root: The tree, changed in place.
            declared: As there.
            rules: As there.
            report: As there.
        """
        marks = take(root, len(self.labels.names))
        mark(root, declared=declared, rules=rules, report=report)
        for element, attribute, number in marks.attributes:
            self._name_attribute(element, attribute, number)
        place(root, marks.stretches, self._name)
        for field, path in _FIELDS.items():
            for element in root.xpath(path):
                element.set("data-paragraph", field)

    def finish(self, html: str) -> str:
        """Return a finished page with elements in the place of the marks that are left."""
        opened = OPENING.sub(self._tag, html)
        return opened.replace(CLOSING, "</toolkit-label>")

    def _tag(self, found: re.Match[str]) -> str:
        label = self.labels.names[number_of(found)]
        return (
            f'<toolkit-label data-label="{escape(label)}"'
            f' data-label-state="{escape(self.state(label))}">'
        )

    def _name(self, element: HtmlElement, number: int) -> bool:
        label = self.labels.names[number]
        if element.get("data-label"):
            return False
        element.set("data-label", label)
        element.set("data-label-state", self.state(label))
        return True

    def _name_attribute(self, element: HtmlElement, attribute: str, number: int) -> None:
        label = self.labels.names[number]
        others = element.get("data-label-attribute", "").split()
        element.set("data-label-attribute", " ".join([*others, f"{attribute}:{label}"]))
        element.set("data-label-state", self.state(label))


def numbered(article: Article) -> Article:
    """Return a prepared article whose body says the number of each of its blocks.

    Args:
        article: The article, its body clean.
    """
    body = article.body
    if isinstance(body, dict):
        return article.model_copy(
            update={"body": {tag: _numbered(its) for tag, its in body.items()}}
        )
    return article.model_copy(update={"body": _numbered(body)}) if body else article


def _numbered(markup: str) -> str:
    root = parse(markup)
    for number, block in blocks(root):
        block.set("data-paragraph", f"body.{number}")
    return inner(root)
