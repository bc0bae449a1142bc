"""From elements as the boxes have them to a tree that PDF allows.

ISO 32000-1, 14.8.4 says which types may hold which; ISO/TS 32005 says it for PDF 2.0.
"""

from itertools import groupby

from toolkit.render.pdf.tags.captions import place_captions
from toolkit.render.pdf.tags.containment import hold_known
from toolkit.render.pdf.tags.lists import pair_terms, tell_numbering
from toolkit.render.pdf.tags.node import Annotation, Leaf, Node
from toolkit.render.pdf.tags.notes import place_notes
from toolkit.render.pdf.tags.roles import GROUPING, KEPT, PARAGRAPH, PHRASE, Version
from toolkit.render.pdf.tags.tables import Tables

__all__ = ["shape"]

_Kid = Node | Leaf | Annotation


def shape(root: Node, version: Version) -> None:
    """Make a tree one that PDF allows, in place.

    Args:
        root: The element of the document.
        version: Version of PDF.
    """
    place_notes(root)
    place_captions(root, version)
    _shape(root, in_words=False)
    tables = Tables()
    for node in root.walk():
        if node.role == "Table":
            tables.complete(node)
        elif node.role == "L":
            tell_numbering(node, version)


def _shape(node: Node, *, in_words: bool) -> None:
    within = in_words or node.role in PARAGRAPH or node.role in PHRASE
    for kid in node.nodes:
        _shape(kid, in_words=within)
    node.kids = [part for kid in node.kids for part in _dissolved(kid, node)]
    _drop_empty(node)
    if node.role == "L" and node.element is not None and node.element.tag == "dl":
        pair_terms(node)
    hold_known(node)
    if node.role in GROUPING and not within:
        _make_paragraphs(node)


def _dissolved(kid: _Kid, outer: Node) -> list[_Kid]:
    """Return what stands for a kid: its own content where it is but a box, or leads nowhere."""
    if not isinstance(kid, Node) or not (kid.role == "Div" or _is_dead(kid)):
        return [kid]
    is_needed = kid.language != outer.language and len(kid.kids) > 1 and outer.role in GROUPING
    if is_needed:
        return [kid]
    kid.heir = outer
    if kid.language == outer.language:
        return kid.kids
    return [_in_language(part, kid.language) for part in kid.kids]


def _is_dead(node: Node) -> bool:
    """Return whether a node is a link that cannot be followed."""
    return node.role == "Link" and not any(
        isinstance(kid, Annotation) and kid.is_live for kid in node.kids
    )


def _in_language(kid: _Kid, language: str | None) -> _Kid:
    """Return a kid that says its language itself."""
    return Node("Span", language=language, kids=[kid]) if isinstance(kid, Leaf) else kid


def _drop_empty(node: Node) -> None:
    """Take out what says nothing; what is drawn of it becomes an artifact."""
    node.kids = [
        kid for kid in node.kids if not isinstance(kid, Node) or kid.role in KEPT or kid.has_content
    ]


def _make_paragraphs(node: Node) -> None:
    """Put the words directly in a block into paragraphs."""
    kids: list[_Kid] = []
    for are_words, group in groupby(node.kids, _is_words):
        parts = list(group)
        if are_words and not all(_is_picture(part) or _is_blank(part) for part in parts):
            parts = [Node("P", language=node.language, kids=parts)]
        kids += [part for part in parts if not _is_blank(part)]
    node.kids = kids


def _is_words(kid: _Kid) -> bool:
    """Return whether a kid belongs into a paragraph."""
    if not isinstance(kid, Node):
        return True
    return _is_picture(kid) or (kid.role in PHRASE and all(_is_words(inner) for inner in kid.nodes))


def _is_blank(kid: _Kid) -> bool:
    return isinstance(kid, Leaf) and kid.is_blank


def _is_picture(kid: _Kid) -> bool:
    return isinstance(kid, Node) and kid.role == "Figure"
