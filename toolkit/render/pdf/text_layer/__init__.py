"""Text that can be copied, searched and read out from a right-to-left PDF.

WeasyPrint maps each glyph to the first text it stood for and shows glyphs in visual order, so
that readers get wrong letters back.  Within :func:`text_layer` it shows characters in logical
order, each with its own text.  What this replaces is private to WeasyPrint; ``INTERNALS`` knows
the sources it was written against.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, Literal, get_args

from toolkit.errors import Diagnostic, RenderError, Report, log_report
from toolkit.render.pdf.internals import changed_internals, replaced

__all__ = ["INTERNALS", "TextLayer", "text_layer", "text_layer_named"]

TextLayer = Literal["searchable", "stock"]
"""How text gets into a PDF: so that readers give it back, or as WeasyPrint does it."""

INTERNALS: Final = Path(__file__).parent / "data" / "internals.toml"
"""Digests of the functions of WeasyPrint that this depends on."""


def text_layer_named(name: str) -> TextLayer:
    """Return a kind of text layer by its name.

    Args:
        name: One of :data:`TextLayer`.

    Raises:
        RenderError: It is unknown.
    """
    kinds: tuple[TextLayer, ...] = get_args(TextLayer)
    for kind in kinds:
        if kind == name:
            return kind
    reason = f"the text layer “{name[:40]}” is unknown"
    remedy = f"Use one of: {', '.join(kinds)}"
    raise RenderError(Diagnostic(code="unknown-text-layer", reason=reason, remedy=remedy))


@contextmanager
def text_layer(kind: TextLayer = "searchable", *, report: Report = log_report) -> Iterator[None]:
    """Have WeasyPrint write one document's text so that readers give it back.

    Functions of WeasyPrint are replaced while this is open: no other document may be written
    then, in this thread or another.

    Args:
        kind: ``searchable``, or ``stock`` to change nothing.
        report: Receives a warning where the text can only be written as WeasyPrint does it.
    """
    if kind == "stock":
        yield
        return
    if changed := changed_internals(INTERNALS):
        report(_stock(changed))
        yield
        return
    with ExitStack() as stack:
        _install(stack, report)
        yield


def _stock(changed: tuple[str, ...]) -> Diagnostic:
    return Diagnostic(
        code="text-layer-stock",
        severity="warning",
        reason="text may be copied wrongly from the PDF: this WeasyPrint is not the known one",
        remedy="Install the version of WeasyPrint that the toolkit asks for",
        excerpt=", ".join(changed)[:120],
    )


def _install(stack: ExitStack, report: Report) -> None:
    """Replace what draws lines and builds fonts, until the stack is left."""
    from weasyprint import draw, pdf
    from weasyprint.draw import text
    from weasyprint.pdf import fonts

    from toolkit.render.pdf.text_layer.fonts import Fonts
    from toolkit.render.pdf.text_layer.lines import Lines

    faces = Fonts()
    lines = Lines(faces, report)
    for owner, name, replacement in (
        (draw, "draw_inline_level", lines.draw_inline_level),
        (text, "draw_first_line", lines.draw_first_line),
        (fonts.Font, "clean", faces.clean),
        (fonts, "_build_vector_font_dictionary", faces.build_vector_font),
        (pdf, "build_fonts_dictionary", faces.build_fonts),
    ):
        stack.enter_context(replaced(owner, name, replacement))
