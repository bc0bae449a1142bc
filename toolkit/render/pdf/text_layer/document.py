"""The text layer of one document: what is drawn in place of WeasyPrint's lines and fonts."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.errors import Diagnostic, Report
from toolkit.render.pdf.text_layer.character_ids import CharacterIds, TooManyCharactersError
from toolkit.render.pdf.text_layer.clusters import LAYOUT_CONTROLS, line_clusters, runs_of
from toolkit.render.pdf.text_layer.emission import show
from toolkit.render.pdf.text_layer.font_file import add_glyphs
from toolkit.render.pdf.text_layer.hints import Context
from toolkit.render.pdf.text_layer.pieces import Piece
from toolkit.render.pdf.text_layer.reach import reaching

__all__ = ["DocumentText"]

_SPECIAL: Final = re.compile(f"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u200c{LAYOUT_CONTROLS}]")
"""Characters of right-to-left scripts, and those that WeasyPrint gives no text of their own."""


@dataclass(slots=True)
class DocumentText:
    """Draws lines so that their text can be read, and completes the fonts accordingly.

    Args:
        report: Receives a warning for each font that it cannot do this with.
    """

    report: Report
    _ids: dict[str, CharacterIds] = field(default_factory=dict)
    _first_made: dict[str, int] = field(default_factory=dict)
    _line: Context | None = None
    _refused: set[str] = field(default_factory=set)

    def draw_inline_level(
        self, stock: Callable[..., None], stream: Any, page: Any, box: Any, *arguments: Any
    ) -> None:
        """Draw an inline box, as ``weasyprint.draw.draw_inline_level`` does."""
        from weasyprint.formatting_structure.boxes import LineBox

        if not isinstance(box, LineBox):
            stock(stream, page, box, *arguments)
            return
        outer = self._line
        self._line = line = Context(_is_rtl(box), _is_rtl(page))
        stock(stream, page, box, *arguments)
        self._line = outer
        if outer:
            outer.before, outer.after_rtl = line.before, line.after_rtl

    def draw_first_line(
        self,
        stock: Callable[..., Any],
        stream: Any,
        textbox: Any,
        text_overflow: Any,
        block_ellipsis: Any,
        matrix: Any,
    ) -> Any:
        """Draw a text box, as ``weasyprint.draw.text.draw_first_line`` does."""
        if not textbox.text or textbox.style["font_size"] < 1e-6:
            return []
        is_rtl = _is_rtl(textbox)
        context = self._line or Context(is_rtl, is_rtl)
        is_cut = text_overflow == "ellipsis" or block_ellipsis != "none"
        pieces = None if is_cut else self._pieces(stream, textbox, context)
        if pieces is None:
            context.advance(textbox.text, is_rtl=is_rtl)
            return stock(stream, textbox, text_overflow, block_ellipsis, matrix)
        show(stream, pieces, matrix, is_rtl=is_rtl)
        return []

    def clean(self, stock: Callable[..., None], font: Any, to_unicode: Any, hinting: bool) -> None:
        """Subset a font file by glyphs and add what shapes it lacks, as ``Font.clean`` does."""
        ids = self._ids.get(font.hash)
        if not ids or not to_unicode:
            stock(font, to_unicode, hinting)
            return
        glyphs = {cid for cid in to_unicode if cid not in ids.shapes} | ids.glyphs
        stock(font, dict.fromkeys(glyphs, ""), hinting)
        if made := ids.made:
            content, first = add_glyphs(font.file_content, made, font.upem)
            font.file_content, self._first_made[font.hash] = content, first

    def build_fonts(self, stock: Callable[..., Any], pdf: Any, fonts: Any, *arguments: Any) -> Any:
        """Build the font dictionaries, as ``build_fonts_dictionary`` does."""
        for of_one_file in _by_file(fonts.values()):
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

    def _pieces(
        self, stream: Any, textbox: Any, context: Context
    ) -> list[tuple[Piece, int]] | None:
        """Return what to show for a line and go on behind it; None where stock must draw it."""
        from weasyprint.text.ffi import pango

        pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
        first_line, _ = textbox.pango_layout.get_first_line()
        if _is_plain(textbox, first_line, context):
            return None
        clusters = line_clusters(stream, textbox, first_line)
        if not all(self._is_usable(font) for font in {cluster.font for cluster in clusters}):
            return None
        try:
            return [(piece, self._id_of(piece)) for piece in reaching(context.pieces(clusters))]
        except TooManyCharactersError:
            return None

    def _id_of(self, piece: Piece) -> int:
        font = piece.font
        ids = self._ids.get(font.hash)
        if ids is None:
            ids = self._ids[font.hash] = CharacterIds(font)
        return ids.id_of(piece)

    def _is_usable(self, font: Any) -> bool:
        if font.bitmap or font.png or font.svg or font.colr:
            return False
        if "glyf" in font.tables:
            return True
        if font.family not in self._refused:
            self._refused.add(font.family)
            self.report(
                Diagnostic(
                    code="text-layer-stock",
                    severity="warning",
                    reason="text in this font may be copied wrongly from the PDF: it has no "
                    "TrueType outlines",
                    remedy="Use the font's TrueType (.ttf) files",
                    excerpt=font.family,
                )
            )
        return False


def _by_file(fonts: Iterable[Any]) -> Iterable[list[Any]]:
    files: dict[str, list[Any]] = {}
    for font in fonts:
        files.setdefault(font.hash, []).append(font)
    return files.values()


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


def _is_rtl(box: Any) -> bool:
    return bool(box.style["direction"] == "rtl")


def _is_plain(textbox: Any, first_line: Any, context: Context) -> bool:
    """Return whether a box has left-to-right text only, each glyph with text of its own."""
    text = textbox.text
    if context.after_rtl or context.may_swallow(text) or _SPECIAL.search(text) or _is_rtl(textbox):
        return False
    for run in runs_of(first_line):
        count = run.glyphs.num_glyphs
        if run.item.analysis.level % 2:
            return False
        if len(set(run.glyphs.log_clusters[0:count])) < count:
            return False
    return True
