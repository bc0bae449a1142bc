"""Block containers: verse, pull quotes, captions of tables, attributions of quotations."""

from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse

__all__ = ["use"]

_SEPARATORS = (" ‖ ", " / ")
_DASHES = ("— ", "– ", "-- ")
_ALLOWED = {"lang", "dir", "id"}
_LOGICAL = {"left": "start", "center": "center", "right": "end"}


def use(parser: MarkdownIt) -> None:
    """Add the rules to a parser that has the containers ``verse``, ``pullquote``, ``table``."""
    parser.core.ruler.before("inline", "heading_names", _name_headings)
    parser.core.ruler.before("inline", "captions", _caption_tables)
    parser.core.ruler.after("inline", "verse", _set_verse)
    parser.core.ruler.push("containers", _set_containers)
    parser.core.ruler.push("attributions", _set_attributions)


def _name_headings(state: StateCore) -> None:
    """Give a heading the attributes in braces at the end of its line."""
    for opening, inline in pairwise(state.tokens):
        if opening.type == "heading_open":
            inline.content, attributes = _with_attributes(inline.content)
            opening.attrs.update(attributes)


def _arguments(token: Token) -> tuple[str, dict[str, str]]:
    """Return what follows a container's name: words and attributes."""
    return _with_attributes(token.info.strip().partition(" ")[2].strip())


def _with_attributes(words: str) -> tuple[str, dict[str, str]]:
    """Split words from the attributes in braces at their end."""
    text, brace, rest = words.rpartition("{")
    if not brace or not rest.endswith("}"):
        return words, {}
    try:
        found = parse(brace + rest)[1]
    except ParseError:
        return words, {}
    return text.strip(), {name: str(found[name]) for name in sorted(_ALLOWED & set(found))}


def _caption_tables(state: StateCore) -> None:
    """Move what follows ``::: table`` into a caption, before phrases are parsed."""
    tokens: list[Token] = []
    waiting: tuple[str, dict[str, str]] | None = None
    for token in state.tokens:
        if token.type == "container_table_open":
            waiting = _arguments(token)
        tokens.append(token)
        if token.type == "table_open" and waiting is not None:
            words, attributes = waiting
            token.attrs.update(attributes)
            tokens += _caption(words) if words else []
            waiting = None
    state.tokens = tokens


def _caption(words: str) -> list[Token]:
    return [
        Token("caption_open", "caption", 1),
        Token("inline", "", 0, content=words, children=[]),
        Token("caption_close", "caption", -1),
    ]


def _set_verse(state: StateCore) -> None:
    """Make each paragraph in ``::: verse`` a stanza, each of its lines a couplet."""
    tokens: list[Token] = []
    attributes: dict[str, str] | None = None
    for token in state.tokens:
        if token.type == "container_verse_open":
            attributes = _arguments(token)[1] | {k: str(v) for k, v in token.attrs.items()}
        elif token.type == "container_verse_close":
            attributes = None
        elif attributes is None:
            tokens.append(token)
        elif token.type == "paragraph_open":
            stanza = {"class": "verse"} | attributes | {k: str(v) for k, v in token.attrs.items()}
            tokens.append(Token("stanza_open", "div", 1, attrs=dict(stanza)))
        elif token.type == "paragraph_close":
            tokens.append(Token("stanza_close", "div", -1))
        elif token.type == "inline":
            for line in _lines(token.children or []):
                tokens += _couplet(line)
        else:
            tokens.append(token)
    state.tokens = tokens


def _lines(children: list[Token]) -> list[list[Token]]:
    lines: list[list[Token]] = [[]]
    for child in children:
        if child.type in {"softbreak", "hardbreak"}:
            lines.append([])
        else:
            lines[-1].append(child)
    return lines


def _couplet(line: list[Token]) -> list[Token]:
    """Return a line as a paragraph, split at the separators that no markup encloses."""
    children = [_open_hemistich()]
    depth = 0
    for token in line:
        depth += token.nesting
        if token.type != "text" or depth:
            children.append(token)
            continue
        first, *others = _split(token.content)
        children.append(_text(first))
        for part in others:
            children += [_close_hemistich(), _text(" "), _open_hemistich(), _text(part)]
    children.append(_close_hemistich())
    return [
        Token("couplet_open", "p", 1, attrs={"class": "beyt"}),
        Token("inline", "", 0, children=children),
        Token("couplet_close", "p", -1),
    ]


def _split(text: str) -> list[str]:
    for separator in _SEPARATORS:
        text = text.replace(separator, "\n")
    return text.split("\n")


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def _open_hemistich() -> Token:
    return Token("hemistich_open", "span", 1, attrs={"class": "hemistich"})


def _close_hemistich() -> Token:
    return Token("hemistich_close", "span", -1)


def _set_containers(state: StateCore) -> None:
    """Name the elements of containers, and align cells logically."""
    tokens: list[Token] = []
    for token in state.tokens:
        if token.type in {"container_pullquote_open", "container_pullquote_close"}:
            token.tag = "aside"
            if token.nesting == 1:
                token.attrs.update({"class": "pullquote"} | _arguments(token)[1])
            token.type = token.type.removeprefix("container_")
        elif token.type.startswith("container_"):
            continue
        if token.type in {"th_open", "td_open"} and "style" in token.attrs:
            side = str(token.attrs.pop("style")).removeprefix("text-align:")
            token.attrs["class"] = _LOGICAL[side]
        tokens.append(token)
    state.tokens = tokens


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
