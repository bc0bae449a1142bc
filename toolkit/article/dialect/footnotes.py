"""Footnotes in their canonical form: no heading and no way back, which the page adds."""

from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["use"]


def use(parser: MarkdownIt) -> None:
    """Replace the plugin's own rules in a parser."""
    rules: dict[str, Callable[..., str]] = {
        "footnote_ref": _reference,
        "footnote_block_open": _open_section,
        "footnote_block_close": _close_section,
        "footnote_open": _open_note,
        "footnote_anchor": _nothing,
    }
    for name, render in rules.items():
        parser.add_render_rule(name, render)


def _reference(_: object, tokens: Sequence[Token], index: int, *__: Any) -> str:  # noqa: ANN401
    meta = tokens[index].meta
    number = meta["id"] + 1
    again = f"-{meta['subId'] + 1}" if meta.get("subId") else ""
    return (
        f'<sup class="footnote-ref"><a href="#fn-{number}" id="fnref-{number}{again}">'
        f"{number}</a></sup>"
    )


def _open_section(*_: object) -> str:
    return '<section class="footnotes"><ol>\n'


def _close_section(*_: object) -> str:
    return "</ol></section>\n"


def _open_note(_: object, tokens: Sequence[Token], index: int, *__: Any) -> str:  # noqa: ANN401
    return f'<li id="fn-{tokens[index].meta["id"] + 1}">'


def _nothing(*_: object) -> str:
    return ""
