"""Even gaps between the words of justified text.

WeasyPrint stretches every line to the margin, even one that holds three words because a long
address follows.  CSS Text 3, 6.4: such a line is better left as it is.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from toolkit.render.pdf.internals import changed_internals, replaced

__all__ = ["INTERNALS", "WIDEST", "even_gaps"]

INTERNALS: Final = Path(__file__).parent / "data" / "justification.toml"
"""Digests of the functions of WeasyPrint that this depends on."""

WIDEST: Final = 0.7
"""Ems that a gap may grow by; a line that needs more is set ragged."""


@contextmanager
def even_gaps() -> Iterator[None]:
    """Have WeasyPrint leave lines ragged whose gaps would be too wide.

    A function of WeasyPrint is replaced while this is open: no other document may be laid out
    then.  Where it is not the known one, it is left alone.
    """
    if changed_internals(INTERNALS):
        yield
        return
    from weasyprint.layout import inline

    with replaced(inline, "justify_line", _justify):
        yield


def _justify(stock: Callable[..., None], context: Any, line: Any, extra: float) -> None:
    """Justify a line, unless its gaps get too wide and it need not reach the margin.

    Args:
        stock: WeasyPrint's own function.
        context: WeasyPrint's layout context.
        line: Its box of the line.
        extra: CSS pixels that are to be spread.
    """
    from weasyprint.layout.inline import count_expandable_spaces

    must_fill = line.style["text_align_last"] == "justify"
    most = count_expandable_spaces(line) * WIDEST * line.style["font_size"]
    if must_fill or extra <= most:
        stock(context, line, extra)
