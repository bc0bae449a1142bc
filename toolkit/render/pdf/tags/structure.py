"""The structure of one document, from layout to the written tree."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

from toolkit.errors import Diagnostic, Report
from toolkit.render.pdf.internals import changed_internals, replaced
from toolkit.render.pdf.tags.node import Leaf, Node
from toolkit.render.pdf.tags.roles import Version

__all__ = ["INTERNALS", "Structure", "tagged"]

INTERNALS: Final = Path(__file__).parent / "data" / "internals.toml"
"""Digests of what is replaced in WeasyPrint, or depended on."""


class Structure:
    """The structure tree of one document.

    Args:
        document: A laid-out ``weasyprint.Document``.
        version: Version of PDF.
        report: Receives a warning for each picture that nothing is said about.
    """

    def __init__(self, document: Any, version: Version, report: Report) -> None:
        from toolkit.render.pdf.tags import boxes
        from toolkit.render.pdf.tags.headings import close_levels
        from toolkit.render.pdf.tags.marks import Marks
        from toolkit.render.pdf.tags.shape import shape
        from toolkit.render.pdf.tags.tree import Tree

        self._version = version
        self._tree = tree = Tree(document.metadata.lang, report)
        for number, page in enumerate(document.pages):
            tree.add_page(page, number)
        shape(tree.root, version)
        close_levels(tree.root, report)
        kept = {id(way.box) for way in tree.root.annotations()}
        for page in document.pages:
            boxes.keep_links(page, kept)
        _own(tree.root)
        self._marks = Marks(tree.leaves)
        self._elements: dict[Node, Any] = {}

    def mark(self, _stock: Any, stream: Any, box: Any, _tag: str) -> AbstractContextManager[None]:
        """Mark what is drawn for a box, as ``weasyprint.pdf.stream.Stream.marked`` does."""
        return self._marks.mark(stream, box)

    def write(
        self, _stock: Any, pdf: Any, _document: Any, _version: Any, page_streams: Sequence[Any]
    ) -> None:
        """Write the tree into a PDF whose pages are drawn, as ``weasyprint.pdf.add_tags`` does."""
        from toolkit.render.pdf.tags.writer import Writer

        writer = Writer(pdf, self._marks.contents, self._version)
        writer.write(self._tree.root, page_streams)
        self._elements = writer.elements

    def destination(self, name: str) -> Any:
        """Return the written element that an anchor's name leads to, ``None`` if there is none."""
        node = self._tree.anchors.get(name)
        return None if node is None else self._written(node)

    @property
    def headings(self) -> list[Any]:
        """The written element of each entry of the outline, in its order."""
        return [self._written(node) for node in self._tree.headings]

    def _written(self, node: Node) -> Any:
        while node not in self._elements and node.heir:
            node = node.heir
        return self._elements.get(node)


def _own(node: Node) -> None:
    """Tell each drawn box its element, and its place there."""
    for place, kid in enumerate(node.kids):
        if isinstance(kid, Node):
            _own(kid)
        elif isinstance(kid, Leaf):
            kid.owner, kid.place = node, place


@contextmanager
def tagged(document: Any, variant: str | None, *, report: Report) -> Iterator[Structure | None]:
    """Have WeasyPrint write a document's structure tree as it is here.

    Functions of WeasyPrint are replaced while this is open: no other document may be written
    then, in this thread or another.

    Args:
        document: A laid-out ``weasyprint.Document``.
        variant: The PDF variant that will be written, in WeasyPrint's words.
        report: Receives a warning where the tree can only be written as WeasyPrint does it.

    Yields:
        The structure; ``None`` where there is none, or WeasyPrint's.
    """
    version = _tagged_version(variant)
    if version is None:
        yield None
        return
    if changed := changed_internals(INTERNALS):
        report(_stock(changed))
        yield None
        return
    from weasyprint import pdf
    from weasyprint.pdf.stream import Stream

    structure = Structure(document, version, report)
    with ExitStack() as stack:
        stack.enter_context(replaced(Stream, "marked", structure.mark))
        stack.enter_context(replaced(pdf, "add_tags", structure.write))
        yield structure


def _tagged_version(variant: str | None) -> Version | None:
    """Return the version of PDF of a variant with tags, ``None`` for one without."""
    if variant is None:
        return None
    from weasyprint.pdf import VARIANTS

    _function, properties = VARIANTS[variant]
    if not properties.get("pdf_tags"):
        return None
    return "2.0" if properties.get("pdf_version", "1.7") >= "2.0" else "1.7"


def _stock(changed: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        code="tags-stock",
        severity="warning",
        reason="a screen reader gets less from the PDF: this WeasyPrint is not the known one",
        remedy="Install the version of WeasyPrint that the toolkit asks for",
        excerpt=", ".join(changed)[:120],
    )
