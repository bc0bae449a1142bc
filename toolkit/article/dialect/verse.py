"""Verse: each paragraph in ``::: verse`` is a stanza, each of its lines a couplet."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from toolkit.article.dialect.arguments import arguments

__all__ = ["use"]

_SEPARATORS = (" ‖ ", " / ")


def use(parser: MarkdownIt) -> None:
    """Add the rule to a parser that has the container ``verse``."""
    parser.core.ruler.after("inline", "verse", _set_verse)


def _set_verse(state: StateCore) -> None:
    tokens: list[Token] = []
    attributes: dict[str, str] | None = None
    for token in state.tokens:
        if token.type == "container_verse_open":
            attributes = arguments(token)[1]
        elif token.type == "container_verse_close":
            attributes = None
        elif attributes is None:
            tokens.append(token)
        else:
            tokens += _verse(token, attributes)
    state.tokens = tokens


def _verse(token: Token, attributes: dict[str, str]) -> list[Token]:
    if token.type == "paragraph_open":
        stanza = {"class": "verse", **attributes, **token.attrs}
        return [Token("stanza_open", "div", 1, attrs=stanza)]
    if token.type == "paragraph_close":
        return [Token("stanza_close", "div", -1)]
    if token.type == "inline":
        lines = _lines(token.children or [])
        return [piece for line in lines for piece in _couplet(line)]
    return [token]


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
