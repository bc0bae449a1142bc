"""Pull quotes, captions and cells of tables, places of headings, attributions of quotations."""

from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from toolkit.article.dialect.arguments import arguments, with_attributes

__all__ = ["use"]

_DASHES = ("— ", "– ", "-- ")
_LOGICAL = {"left": "start", "center": "center", "right": "end"}


def use(parser: MarkdownIt) -> None:
    """Add the rules to a parser that has the containers ``pullquote`` and ``table``."""
    parser.core.ruler.before("inline", "heading_names", _name_headings)
    parser.core.ruler.before("inline", "captions", _caption_tables)
    parser.core.ruler.push("cells", _align_cells)
    parser.core.ruler.push("row_headers", _head_rows)
    parser.core.ruler.push("pull_quotes", _set_pull_quotes)
    parser.core.ruler.push("attributions", _set_attributions)


def _name_headings(state: StateCore) -> None:
    """Give a heading the attributes in braces at the end of its line."""
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open":
            inline.content, attributes = with_attributes(inline.content)
            opening.attrs.update(attributes)


def _caption_tables(state: StateCore) -> None:
    """Move what follows ``::: table`` into a caption, before phrases are parsed."""
    tokens: list[Token] = []
    words, attributes = "", dict[str, str]()
    for token in state.tokens:
        if token.type == "container_table_open":
            words, attributes = arguments(token)
        if token.type.startswith("container_table_"):
            continue
        tokens.append(token)
        if token.type == "table_open":
            token.attrs.update(attributes)
            tokens += _caption(words) if words else []
            words, attributes = "", {}
    state.tokens = tokens


def _caption(words: str) -> list[Token]:
    return [
        Token("caption_open", "caption", 1),
        Token("inline", "", 0, content=words, children=[]),
        Token("caption_close", "caption", -1),
    ]


def _align_cells(state: StateCore) -> None:
    """Read the colons of a table logically, so that its columns mirror."""
    for token in state.tokens:
        if token.type in {"th_open", "td_open"} and "style" in token.attrs:
            side = str(token.attrs.pop("style")).removeprefix("text-align:")
            token.attrs["class"] = _LOGICAL[side]


def _head_rows(state: StateCore) -> None:
    """Make a row's first cell its header where all of it is bold."""
    tokens = state.tokens
    for index in range(len(tokens) - 3):
        row, opening, inline, closing = tokens[index : index + 4]
        if row.type != "tr_open" or opening.type != "td_open" or not inline.children:
            continue
        words = [child for child in inline.children if child.type != "text" or child.content]
        bold = [child for child in words if child.level == 0]
        if [child.type for child in bold] == ["strong_open", "strong_close"]:
            inline.children = words[1:-1]
            opening.tag = closing.tag = "th"


def _set_pull_quotes(state: StateCore) -> None:
    for token in state.tokens:
        if token.type in {"container_pullquote_open", "container_pullquote_close"}:
            if token.nesting == 1:
                token.attrs = {**arguments(token)[1], "class": "pullquote"}
            token.type, token.tag = token.type.removeprefix("container_"), "aside"


def _set_attributions(state: StateCore) -> None:
    """Make a quotation's last paragraph its footer where it begins with a dash."""
    tokens = state.tokens
    for index in range(3, len(tokens)):
        if tokens[index].type != "blockquote_close" or tokens[index - 1].type != "paragraph_close":
            continue
        opening, inline, closing = tokens[index - 3 : index]
        first = inline.children[0] if inline.children else None
        if first and first.type == "text" and first.content.startswith(_DASHES):
            first.content = first.content.lstrip("-–— ")
            opening.tag = closing.tag = "footer"
