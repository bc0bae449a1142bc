"""Character ids: one for each pair of shape and text, as ToUnicode maps an id to one text.

WeasyPrint takes a glyph's number as its character id (CID), and the first text seen as that of
all.  Here the first text keeps that id and others get new ones, behind the font's last glyph; a
CIDToGIDMap leads them to their shapes (ISO 32000-1, 9.7.4.2).
"""

from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.render.pdf.text_layer.shapes import Blank, Composite, Piece, Shape

__all__ = ["CharacterIds", "TooManyCharactersError"]

_LAST: Final = 0xFFFF


class TooManyCharactersError(Exception):
    """A font has no character ids left."""


@dataclass(slots=True)
class CharacterIds:
    """The character ids of one font file in one document.

    Args:
        font: WeasyPrint's font.
        shapes: Shape of each id.
        widths: Advance of each id, in thousandths of the font size.
    """

    font: Any
    shapes: dict[int, Shape] = field(default_factory=dict)
    widths: dict[int, int] = field(default_factory=dict)
    _ids: dict[tuple[Shape, str], int] = field(default_factory=dict)

    def id_of(self, piece: Piece) -> int:
        """Return the id that shows a piece, and enter its text into the font's ToUnicode.

        Raises:
            TooManyCharactersError: All 65,535 ids are taken.
        """
        key = piece.shape, piece.text
        number = self._ids.get(key)
        if number is None:
            number = self._ids[key] = self._enter(piece)
        return number

    def _enter(self, piece: Piece) -> int:
        texts, shape = self.font.to_unicode, piece.shape
        # Hints never take a glyph's own id: stock lines show it as what it is.
        if (
            isinstance(shape, int)
            and not piece.actual
            and texts.get(shape, piece.text) == piece.text
        ):
            number = shape
        else:
            # WeasyPrint counts its own extra ids here, for characters the font lacks.
            number = self.font.get_unused_glyph_id((shape, piece.text))
        if number >= _LAST:
            raise TooManyCharactersError(self.font.family)
        texts[number] = piece.text
        self.shapes[number] = shape
        self.widths[number] = self.font.widths[number] = piece.width
        return number

    @property
    def made(self) -> list[Composite | Blank]:
        """The shapes that the font file lacks, in the order they were first shown."""
        return [
            shape for shape in dict.fromkeys(self.shapes.values()) if not isinstance(shape, int)
        ]

    @property
    def glyphs(self) -> set[int]:
        """The glyphs that any shape shows."""
        found: set[int] = set()
        for shape in self.shapes.values():
            if isinstance(shape, int):
                found.add(shape)
            elif isinstance(shape, Composite):
                found.update(part.glyph for part in shape.parts)
        return found
