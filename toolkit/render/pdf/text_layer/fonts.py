"""The fonts of one document: character ids while it is drawn, then files and dictionaries."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from toolkit.errors import Diagnostic, RenderError
from toolkit.render.pdf.text_layer.character_ids import CharacterIds
from toolkit.render.pdf.text_layer.font_file import add_glyphs
from toolkit.render.pdf.text_layer.outlines import POSTSCRIPT, as_truetype
from toolkit.render.pdf.text_layer.shapes import Piece

__all__ = ["Fonts"]


@dataclass(slots=True)
class Fonts:
    """Knows what is shown of each font file, and completes the files accordingly."""

    _ids: dict[str, CharacterIds] = field(default_factory=dict)
    _files: dict[str, list[Any]] = field(default_factory=dict)
    _first_made: dict[str, int] = field(default_factory=dict)

    def id_of(self, piece: Piece) -> int:
        """Return the character id that shows a piece.

        Raises:
            TooManyCharactersError: The font has none left.
        """
        font = piece.font
        ids = self._ids.get(font.hash)
        if ids is None:
            ids = self._ids[font.hash] = CharacterIds(font)
        return ids.id_of(piece)

    def clean(self, stock: Callable[..., None], font: Any, to_unicode: Any, hinting: bool) -> None:
        """Subset a font file by glyphs and add what shapes it lacks, as ``Font.clean`` does."""
        ids = self._ids.get(font.hash)
        if not ids or not to_unicode:
            # Variable PostScript outlines have no place in a PDF (ISO 32000-2, 9.9).
            self._subset(stock, font, to_unicode, hinting, ("CFF2",))
            return
        glyphs = {cid for cid in to_unicode if cid not in ids.shapes} | ids.glyphs
        self._subset(stock, font, dict.fromkeys(glyphs, ""), hinting, POSTSCRIPT)
        if made := ids.made:
            content, first = add_glyphs(font.file_content, made, font.upem)
            font.file_content, self._first_made[font.hash] = content, first

    def _subset(
        self,
        stock: Callable[..., None],
        font: Any,
        glyphs: dict[int, str],
        hinting: bool,
        changed: Collection[str],
    ) -> None:
        """Subset a font file by glyphs; one that has some tables gets TrueType outlines."""
        whole = font.file_content
        stock(font, glyphs, hinting)
        if not set(changed) & set(font.tables):
            return
        try:
            # 0 is .notdef, which every font has.
            content = as_truetype(whole, font.index, {0, *glyphs}, font.variations)
        except Exception as error:
            reason = "the font's outlines cannot be read"
            remedy = "Use the font's TrueType (.ttf) files"
            raise RenderError(
                Diagnostic(code="bad-font", reason=reason, remedy=remedy, excerpt=font.family)
            ) from error
        for each in self._files[font.hash]:
            each.file_content = content

    def build_fonts(self, stock: Callable[..., Any], pdf: Any, fonts: Any, *arguments: Any) -> Any:
        """Build the font dictionaries, as ``build_fonts_dictionary`` does."""
        self._files = _by_file(fonts.values())
        for of_one_file in self._files.values():
            _merge(of_one_file)
        return stock(pdf, fonts, *arguments)

    def build_vector_font(
        self,
        stock: Callable[..., None],
        dictionary: Any,
        pdf: Any,
        font: Any,
        widths: Any,
        compress: bool,
        *arguments: Any,
    ) -> None:
        """Build a font dictionary with a CIDToGIDMap, as ``_build_vector_font_dictionary`` does."""
        import pydyf

        start = len(pdf.objects)
        stock(dictionary, pdf, font, widths, compress, *arguments)
        if font.hash not in self._ids:
            return
        stream = pydyf.Stream([self._glyph_map(font)], compress=compress)
        pdf.add_object(stream)
        for added in pdf.objects[start:]:
            if isinstance(added, pydyf.Dictionary) and "CIDToGIDMap" in added:
                added["CIDToGIDMap"] = stream.reference

    def _glyph_map(self, font: Any) -> bytes:
        ids = self._ids[font.hash]
        made = {
            shape: number
            for number, shape in enumerate(ids.made, self._first_made.get(font.hash, 0))
        }
        glyphs = [0] * (max((*ids.shapes, *font.to_unicode)) + 1)
        for cid in font.to_unicode:
            shape = ids.shapes.get(cid, cid)
            glyphs[cid] = shape if isinstance(shape, int) else made[shape]
        return b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)


def _by_file(fonts: Iterable[Any]) -> dict[str, list[Any]]:
    files: dict[str, list[Any]] = {}
    for font in fonts:
        files.setdefault(font.hash, []).append(font)
    return files


def _merge(fonts: list[Any]) -> None:
    """Give the fonts of one file, of which WeasyPrint writes the last, what any of them shows."""
    widths: dict[int, int] = {}
    texts: dict[int, str] = {}
    for font in reversed(fonts):
        widths |= font.widths
        texts |= font.to_unicode
        # Characters that the font lacks; the other keys are those of CharacterIds.
        font.missing = {key: cid for key, cid in font.missing.items() if isinstance(key, int)}
    for font in fonts:
        font.widths = dict(widths)
        font.to_unicode = {cid: text or "\u200b" for cid, text in texts.items()}
