"""An opened PDF as the rules see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from pikepdf import Object, Pdf

from toolkit.check.pdf.content import PageContent, Shown
from toolkit.check.pdf.interpreter import MOST_OPERATORS, read_content
from toolkit.check.pdf.objects import array, dictionary, is_true, name, text
from toolkit.check.pdf.tree import Element, Mark, Tree, Widget, read_tree
from toolkit.check.pdf.xmp import Xmp, read_xmp

__all__ = ["MOST_PAGES", "Document"]

MOST_PAGES: Final = 5_000
_LINE: Final = 1.0  # points between baselines that are not the same line
_INLINE: Final = frozenset(
    ["Span", "Link", "Em", "Strong", "Code", "Quote", "Reference", "Sub", "NonStruct", "Annot"]
)


@dataclass
class Document:
    """A PDF that is open.

    Args:
        pdf: The file as pikepdf has it.
        path: Where it lies.
        source: The article that it was made of, by path, or ``None``.
    """

    pdf: Pdf
    path: Path
    source: Path | None = None

    @property
    def root(self) -> Object:
        """The catalogue."""
        return self.pdf.Root

    @cached_property
    def lang(self) -> str:
        """The document's language as written; empty where it says none."""
        return text(self.root.get("/Lang")) or ""

    @cached_property
    def tree(self) -> Tree | None:
        """The structure tree, or ``None``."""
        return read_tree(self.pdf)

    @cached_property
    def xmp(self) -> Xmp:
        """The metadata."""
        return read_xmp(self.root.get("/Metadata"))

    @property
    def title(self) -> str:
        """The title in the metadata or the information dictionary; empty for none."""
        return self.xmp.title or text(self.pdf.docinfo.get("/Title")) or ""

    @cached_property
    def pages(self) -> list[PageContent]:
        """What the pages show; the first :data:`MOST_PAGES` of them."""
        budget = [MOST_OPERATORS]
        pages = self.pdf.pages[:MOST_PAGES]
        return [read_content(page, index, budget) for index, page in enumerate(pages)]

    @cached_property
    def page_of(self) -> dict[int, PageContent]:
        """The pages by object number."""
        return {page.number: page for page in self.pages}

    @cached_property
    def shown(self) -> dict[Mark, tuple[PageContent, Shown]]:
        """All marked content by its mark, with the page that it is on."""
        return {mark: (page, shown) for page in self.pages for mark, shown in page.shown.items()}

    def elements(self) -> Iterator[Element]:
        """Yield the structure elements in reading order."""
        if self.tree is not None:
            yield from (element for element in self.tree.root.walk() if element.kind)

    def text_of(self, element: Element) -> str:
        """Return what an element shows; a line break where a line or a block ends.

        Args:
            element: The element.
        """
        pieces: list[str] = []
        last: tuple[int, float] | None = None
        stack: list[Element | Mark | Widget | str] = list(reversed(element.kids))
        while stack:
            kid = stack.pop()
            if isinstance(kid, str):
                pieces.append(kid)
            elif isinstance(kid, Element):
                edges = [] if kid.kind in _INLINE else ["\n"]
                stack += [*edges, *reversed(kid.kids), *edges]
            elif isinstance(kid, Mark) and kid in self.shown:
                page, shown = self.shown[kid]
                if shown.bottom is None:
                    continue
                if last and (last[0] != page.index or abs(last[1] - shown.bottom) > _LINE):
                    pieces.append("\n")
                pieces.append(shown.text)
                last = page.index, shown.baseline or shown.bottom
        return "".join(pieces)

    def pages_of(self, element: Element) -> list[int]:
        """Return the numbers, from 0, of the pages that an element is on, in reading order."""
        found = (self.shown[mark][0].index for mark in element.marks() if mark in self.shown)
        return list(dict.fromkeys(found))

    def objects(self) -> Iterator[Object]:
        """Yield the dictionaries and streams of the file."""
        for thing in self.pdf.objects:
            found = dictionary(thing)
            if found is not None:
                yield found

    def annotations(self) -> Iterator[tuple[int, Object]]:
        """Yield each annotation with the number of its page, from 0."""
        for index, page in enumerate(self.pdf.pages[:MOST_PAGES]):
            for item in array(page.obj.get("/Annots")):
                found = dictionary(item)
                if found is not None:
                    yield index, found

    @property
    def is_tagged(self) -> bool:
        """Whether it says that it is tagged, and has a tree."""
        marks = dictionary(self.root.get("/MarkInfo"))
        return self.tree is not None and marks is not None and is_true(marks.get("/Marked"))

    @property
    def is_press(self) -> bool:
        """Whether it claims to be for a printer."""
        return any(claim.startswith("x") for claim in self.xmp.claims)

    @property
    def standards(self) -> tuple[str, ...]:
        """What it is held against: what it claims, else PDF/UA-1 if it has tags."""
        return self.xmp.claims or (("ua1",) if self.is_tagged else ())

    @property
    def is_right_to_left(self) -> bool:
        """Whether the viewer is told to read it from right to left."""
        preferences = dictionary(self.root.get("/ViewerPreferences"))
        return preferences is not None and name(preferences.get("/Direction")) == "R2L"
