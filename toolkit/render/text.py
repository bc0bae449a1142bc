"""A marked page as plain text: for e-mail, archives, and terminals.

In logical order, directional markup becomes the isolates of UAX #9 (2.4.2, LRI, RLI … PDI), so
that the reader's own bidi algorithm shows each phrase as the page does.
"""

from collections.abc import Callable, Iterator
from functools import partial

from lxml.html import HtmlElement

from toolkit.errors import Report
from toolkit.render.paragraphs import Paragraph, paragraphs

__all__ = ["plain_text", "terminal_text"]


def plain_text(root: HtmlElement) -> str:
    """Return the text of a page in logical order, a blank line between paragraphs.

    Args:
        root: The ``<html>`` element, its parts marked with ``lang`` and ``dir``.
    """
    return "\n".join(_spaced(root, _logical)) + "\n"


def terminal_text(root: HtmlElement, *, width: int, report: Report) -> str:
    """Return the text of a page as a terminal without bidi shows it, never to be stored.

    Args:
        root: The ``<html>`` element, its parts marked with ``lang`` and ``dir``.
        width: Columns of the terminal.
        report: Receives a note where a language's letters cannot be shaped.
    """
    return "\n".join(_spaced(root, partial(_visual, width=width, report=report))) + "\n"


def _spaced(root: HtmlElement, lines_of: Callable[[Paragraph], list[str]]) -> Iterator[str]:
    for index, paragraph in enumerate(paragraphs(root)):
        if index and not paragraph.is_tight:
            yield ""
        yield from lines_of(paragraph)


def _logical(paragraph: Paragraph) -> list[str]:
    indent, lines = " " * paragraph.indent, paragraph.text.split("\n")
    hanging = indent + " " * len(paragraph.mark)
    shown = [f"{indent}{paragraph.mark}{lines[0]}", *(hanging + line for line in lines[1:])]
    return [*shown, *_rule(paragraph, max(map(len, lines)))]


def _visual(paragraph: Paragraph, *, width: int, report: Report) -> list[str]:
    from toolkit.direction.terminal import visual  # which few need, and reads long tables

    indent = " " * paragraph.indent
    room = max(20, width - len(indent))
    base, text = paragraph.direction, paragraph.mark + paragraph.text
    lines = visual(text, base=base, width=room, report=report).split("\n")
    rule = _rule(paragraph, max(len(line.strip()) for line in lines))
    if base == "rtl":
        return [line + indent for line in (*lines, *(line.rjust(room) for line in rule))]
    return [indent + line for line in (*lines, *rule)]


def _rule(paragraph: Paragraph, length: int) -> list[str]:
    return [paragraph.underline * length] if paragraph.underline else []
