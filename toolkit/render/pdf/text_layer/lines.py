"""The lines of one document, drawn so that their text can be read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from toolkit.errors import Diagnostic, Report
from toolkit.render.pdf.text_layer.character_ids import TooManyCharactersError
from toolkit.render.pdf.text_layer.clusters import LAYOUT_CONTROLS, line_clusters, runs_of
from toolkit.render.pdf.text_layer.emission import show
from toolkit.render.pdf.text_layer.fonts import Fonts
from toolkit.render.pdf.text_layer.hints import Context
from toolkit.render.pdf.text_layer.reach import reaching
from toolkit.render.pdf.text_layer.shapes import Piece

__all__ = ["Lines"]

_SPECIAL: Final = re.compile(f"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u200c{LAYOUT_CONTROLS}]")
"""Characters of right-to-left scripts, and those that WeasyPrint gives no text of their own."""


@dataclass(slots=True)
class Lines:
    """Draws lines in logical order, each character with its own text.

    Args:
        fonts: The document's fonts.
        report: Receives a warning for each font that cannot be shown so.
    """

    fonts: Fonts
    report: Report
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
            return [
                (piece, self.fonts.id_of(piece)) for piece in reaching(context.pieces(clusters))
            ]
        except TooManyCharactersError as error:
            self._refuse(str(error), "too many characters are set in it")
            return None

    def _is_usable(self, font: Any) -> bool:
        if font.bitmap or font.png or font.svg or font.colr:
            self._refuse(font.family, "its glyphs are pictures")
            return False
        return True

    def _refuse(self, family: str, why: str) -> None:
        if family in self._refused:
            return
        self._refused.add(family)
        self.report(
            Diagnostic(
                code="text-layer-stock",
                severity="warning",
                reason=f"text beside this font may be copied wrongly from the PDF: {why}",
                remedy="Use another font",
                excerpt=family,
            )
        )


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
